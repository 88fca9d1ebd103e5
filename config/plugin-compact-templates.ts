import type { IPluginContext } from '@tarojs/service';
import { sources } from 'webpack';

import { wordsUnder } from './slim/words.js';

type Assets = Record<string, { source(): string | Buffer }>;

/**
 * Attributes that Taro or WeChat's style need though no source of ours names them, and what a
 * reader of the screen is told. Everything else in a template that nobody's source names goes.
 */
const ALWAYS = new Set([
  'is',
  'data',
  'name',
  'id',
  'class',
  'style',
  'src',
  'module',
  'type',
  'value',
]);

const EVENT = /^(?:bind|catch):?(\w+)$/;

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
}

/**
 * WXML that Taro generated, without the white space that means nothing: between tags and between
 * attributes. Values and every tag stay as they are, end tags above all: WeChat's compiler demands
 * `</input>`, which a minifier for HTML leaves out.
 */
export function compactWxml(text: string): string {
  return text
    .replace(/"[^"]*"|\s+/g, (part) => (part.startsWith('"') ? part : ' '))
    .replace(/"[^"]*"| (?=\/?>)|(?<=>) (?=<)/g, (part) => (part === ' ' ? '' : part))
    .trim();
}

/**
 * Leaves out attributes and event bindings of built-in components that no source names: Taro writes
 * all that WeChat has. What is first used comes back with its use.
 * @param words every word of the sources
 */
export function withoutUnused(wxml: string, words: ReadonlySet<string>): string {
  return wxml.replace(/ ([a-z][\w:-]*)="([^"]*)"/g, (whole, name: string, value: string) => {
    if (ALWAYS.has(name) || /^(?:wx:|data-)/.test(name)) return whole;
    const [, event] = EVENT.exec(name) ?? [];
    if (event !== undefined) return isEventUsed(name, event, words) ? whole : '';
    // Only what is taken from a node (`i.p4`) is a property somebody could have set.
    return !/\bi\./.test(value) || words.has(camel(name)) ? whole : '';
  });
}

/** `bindtap` serves `onClick`, `bindkeyboardheightchange` serves `onKeyboardHeightChange`. */
function isEventUsed(name: string, event: string, words: ReadonlySet<string>): boolean {
  return (
    event === 'tap' ||
    (name.startsWith('catch') && words.has('catchMove')) ||
    [...words].some((word) => word.toLowerCase() === `on${event}`)
  );
}

/** What is read aloud: Taro sends `role` and `ariaLabel` to the screen, its templates forget them. */
export function withSpokenNames(wxml: string): string {
  return wxml.replace(
    /<(view|text|button|input|textarea|picker|switch|slider)(?= )(?=[^>]* data-sid=)/g,
    '<$1 aria-role="{{i.role}}" aria-label="{{i.ariaLabel}}"',
  );
}

/** WeChat's compiler of styles takes no bare `> :first-child`; what is meant there is a view. */
export const withNamedParts = (wxss: string): string => wxss.replace(/\s*>\s*(?=:)/g, '>view');

/**
 * Makes the templates of the WeChat face small and speaking, and compacts them in place of Taro's
 * `minifyXML`, which breaks them. Taro compiles this file and no
 * TypeScript that it imports.
 */
export default (ctx: IPluginContext): void => {
  ctx.modifyBuildAssets(({ assets }: { assets: Assets }) => {
    const words = wordsUnder(ctx.paths.sourcePath);
    for (const name of Object.keys(assets).filter((file) => file.endsWith('.wxml'))) {
      const text = compactWxml(assets[name]?.source().toString() ?? '');
      assets[name] = new sources.RawSource(withSpokenNames(withoutUnused(text, words)));
    }
    for (const name of Object.keys(assets).filter((file) => file.endsWith('.wxss'))) {
      const text = assets[name]?.source().toString() ?? '';
      assets[name] = new sources.RawSource(withNamedParts(text));
    }
  });
};
