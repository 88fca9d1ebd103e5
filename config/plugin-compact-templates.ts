import type { IPluginContext } from '@tarojs/service';
import { sources } from 'webpack';

type Assets = Record<string, { source(): string | Buffer }>;

/**
 * WXML that Taro generated, without the white space that means nothing: between tags and between
 * attributes. Values and every tag stay as they are, end tags above all: WeChat's compiler demands
 * `</input>`, which a minifier for HTML leaves out.
 */
export const compactWxml = (text: string): string =>
  text
    .replace(/"[^"]*"|\s+/g, (part) => (part.startsWith('"') ? part : ' '))
    .replace(/"[^"]*"| (?=\/?>)|(?<=>) (?=<)/g, (part) => (part === ' ' ? '' : part))
    .trim();

/**
 * Compacts the templates of the WeChat face in place of Taro's `minifyXML`, which breaks them. Taro
 * compiles this file and nothing that it imports, so all of it stands here.
 */
export default (ctx: IPluginContext): void => {
  ctx.modifyBuildAssets(({ assets }: { assets: Assets }) => {
    for (const name of Object.keys(assets).filter((file) => file.endsWith('.wxml'))) {
      const text = assets[name]?.source().toString() ?? '';
      assets[name] = new sources.RawSource(compactWxml(text));
    }
  });
};
