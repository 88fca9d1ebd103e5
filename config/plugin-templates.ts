import type { IPluginContext } from '@tarojs/service';
import { componentConfig } from '@tarojs/webpack5-runner/dist/utils/component';
import { sources } from 'webpack';

type Assets = Record<string, { source(): string | Buffer }>;
/** The attributes of each component's template, each with the expression that it is bound to. */
type Components = Record<string, Record<string, string>>;

/** The part of Taro's templates that is changed here. */
interface Template {
  createMiniComponents: (components: unknown) => Components;
}

/** Attributes and taps that every component may have. */
const COMMON = ['style', 'class', 'bindtap'];

/**
 * What the product sets on Taro's components beside these. Taro binds all that WeChat has: 11 KiB
 * more, and a call to the program for each touch. The tests open every page and fail when a page
 * sets an attribute that is missing here.
 */
export const BOUND: Readonly<Record<string, readonly string[]>> = {
  view: ['hover-class', 'catchtouchmove', 'bindlongpress'],
  text: ['user-select'],
  canvas: ['type'],
  image: ['src', 'mode'],
  button: ['hover-class', 'disabled', 'open-type'],
  input: [
    'type',
    'value',
    'placeholder',
    'placeholder-class',
    'disabled',
    'maxlength',
    'focus',
    'confirm-type',
    'bindinput',
    'bindconfirm',
    'bindblur',
  ],
  textarea: [
    'value',
    'placeholder',
    'placeholder-class',
    'disabled',
    'maxlength',
    'auto-height',
    'bindinput',
    'bindblur',
  ],
  picker: ['mode', 'value', 'start', 'end', 'fields', 'bindchange'],
  switch: ['checked', 'color', 'bindchange'],
  slider: [
    'min',
    'max',
    'step',
    'value',
    'activeColor',
    'block-size',
    'bindchange',
    'bindchanging',
  ],
};

/** Taro sends both for screen readers, but its templates do not bind them. */
const SPOKEN = { 'aria-role': 'i.role', 'aria-label': 'i.ariaLabel' };

/** Templates that Taro makes beside a component's own, for elements that need less of it. */
const VARIANT = /^(?:catch|click|pure|static)-/;

const baseOf = (variant: string): string => variant.replace(VARIANT, '');

/**
 * The components with the attributes that the product uses, and with role and label for screen
 * readers.
 * @throws Error when Taro no longer has an attribute that the product uses
 */
export function boundAttributes(components: Components, bound = BOUND): Components {
  const all = Object.entries(components);
  for (const [name, attributes] of Object.entries(bound)) {
    const ofTaro = all.filter(([variant]) => baseOf(variant) === name);
    const missing = attributes.find((wanted) => ofTaro.every(([, have]) => !(wanted in have)));
    if (missing !== undefined) throw new Error(`Taro's ${name} has no attribute ${missing}`);
  }
  return Object.fromEntries(
    all.map(([variant, attributes]) => {
      const names = bound[baseOf(variant)];
      if (names === undefined) return [variant, attributes];
      const kept = Object.entries(attributes).filter(([name]) => {
        return COMMON.includes(name) || names.includes(name);
      });
      return [variant, { ...SPOKEN, ...Object.fromEntries(kept) }];
    }),
  );
}

/**
 * Removes white space between tags and between attributes of the WXML that Taro generated. Values
 * and tags stay as they are. Taro's own `minifyXML` drops `</input>`, without which WeChat's compiler
 * fails.
 */
export function compactWxml(text: string): string {
  return text
    .replace(/"[^"]*"|\s+/g, (part) => (part.startsWith('"') ? part : ' '))
    .replace(/"[^"]*"| (?=\/?>)|(?<=>) (?=<)/g, (part) => (part === ' ' ? '' : part))
    .trim();
}

/**
 * Compares the built templates with what the product relies on.
 * @throws Error when Taro's build no longer gives it; without the error the build would still pass
 */
export function checkBaseTemplate(wxml: string): void {
  for (const [attribute, value] of Object.entries(SPOKEN)) {
    const binding = `${attribute}="{{${value}}}"`;
    if (!wxml.includes(binding)) throw new Error(`base.wxml has no ${binding}`);
  }
  const count = (part: string): number => wxml.split(part).length - 1;
  if (count('<input ') === 0 || count('<input ') !== count('</input>')) {
    throw new Error('base.wxml has an <input> without its end tag');
  }
}

/** WeChat's compiler of styles rejects `> :first-child` without an element's name. */
export function withNamedChildren(wxss: string): string {
  return wxss.replace(/\s*>\s*(?=:)/g, '>view');
}

/** Components whose templates Taro writes whether a page uses them or not. */
const UNASKED = ['scroll-view', 'image', 'static-image'];

/**
 * Compares the components that the build has templates for with those that are bound.
 * @throws Error for another, whose attributes `weapp-components.js` may lack as well
 */
export function checkComponents(built: Iterable<string>, bound: object = BOUND): void {
  const missing = [...built].find((name) => !(baseOf(name) in bound));
  if (missing !== undefined) {
    throw new Error(`Add ${missing} to config/plugin-templates.ts and config/weapp-components.js`);
  }
}

/**
 * Templates of the WeChat face: only what is used, spoken, and compact. Taro compiles this file, but
 * no TypeScript that it imports.
 */
export default (ctx: IPluginContext): void => {
  if (process.env.TARO_ENV !== 'weapp') return;
  ctx.onBuildStart(() => {
    for (const name of UNASKED) {
      // Its first use adds it again.
      if (!componentConfig.includes.delete(name)) throw new Error(`Taro no longer adds ${name}`);
    }
  });
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: ({ template }: { template: Template }) => {
      const create = template.createMiniComponents.bind(template);
      template.createMiniComponents = (components) => boundAttributes(create(components));
    },
  });
  ctx.modifyBuildAssets(({ assets }: { assets: Assets }) => {
    const textOf = (name: string): string => assets[name]?.source().toString() ?? '';
    for (const name of Object.keys(assets)) {
      if (name.endsWith('.wxml')) {
        assets[name] = new sources.RawSource(compactWxml(textOf(name)));
      }
      if (name.endsWith('.wxss')) {
        assets[name] = new sources.RawSource(withNamedChildren(textOf(name)));
      }
    }
    checkBaseTemplate(textOf('base.wxml'));
    checkComponents(componentConfig.includes);
  });
};
