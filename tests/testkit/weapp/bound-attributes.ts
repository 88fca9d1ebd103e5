import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A node as Taro sends it to the screen: the name of its template, its children, its attributes. */
type SentNode = Readonly<Record<string, unknown>> & { readonly cn?: readonly SentNode[] };

/** Taro's own keys, which no template binds as an attribute, and the words of the browser's picker. */
const NOT_BOUND = new Set(['nn', 'sid', 'cn', 'textProps']);

/** The text of each template of base.wxml by its name, all depths and states together. */
export function readTemplates(buildFolder: string): ReadonlyMap<string, string> {
  const wxml = readFileSync(path.join(buildFolder, 'base.wxml'), 'utf8');
  const texts = new Map<string, string>();
  const templates = wxml.matchAll(
    /<template name="tmpl_\d+_([^"_]+)(?:_focus|_blur)?">(.*?)<\/template>/g,
  );
  for (const [, name = '', text = ''] of templates) {
    texts.set(name, `${texts.get(name) ?? ''}${text}`);
  }
  return texts;
}

/**
 * Attributes that a page sends and that their template does not bind, so that a phone would not
 * show them.
 * @param data the page's data
 * @returns each as `<template>.<attribute>`, e.g. `33.ariaLabel`
 */
export function unboundAttributes(
  templates: ReadonlyMap<string, string>,
  data: Readonly<Record<string, unknown>>,
): string[] {
  const unbound = new Set<string>();
  const visit = (node: SentNode): void => {
    const name = String(node.nn);
    const text = templates.get(name) ?? '';
    for (const key of Object.keys(node).filter((sent) => !NOT_BOUND.has(sent))) {
      if (!new RegExp(`\\bi\\.${key}\\b`).test(text)) unbound.add(`${name}.${key}`);
    }
    node.cn?.forEach(visit);
  };
  (data.root as SentNode).cn?.forEach(visit);
  return [...unbound];
}
