import path from 'node:path';

import type { UserConfigExport } from '@tarojs/cli';
import { NormalModuleReplacementPlugin } from 'webpack';

const mobx = path.resolve(__dirname, '../node_modules/mobx/dist/mobx.esm.production.min.js');

/**
 * What Taro turns off for engines of 2017 and older; terser's own defaults are what browsers get.
 * The engines of `browserslist` understand all of it.
 */
const compress = {
  ecma: 2017,
  passes: 3,
  toplevel: true,
  arrows: true,
  collapse_vars: true,
  comparisons: true,
  computed_props: true,
  hoist_props: true,
  inline: true,
  loops: true,
  negate_iife: true,
  properties: true,
  reduce_funcs: true,
  reduce_vars: true,
  switches: true,
  typeofs: true,
} as const;

/** Taro's browser parts that no mini program of ours uses (docs/decisions/0023). */
const ADDRESSES = /@tarojs.runtime.dist.bom.(?:location|history|URL|URLSearchParams)\.js$/;

/** Where Taro lists all that WeChat and CSS have. */
const LISTS =
  /@tarojs.(?:shared.dist.(?:native-apis|components)|runtime.dist.dom.style_properties|plugin-platform-weapp.dist.runtime)\.js$/;

/** React's part that draws into a host; Taro is the host. */
const RECONCILER = /react-reconciler.cjs.react-reconciler\.production\.min\.js$/;

const slim = (file: string): string => path.resolve(__dirname, 'slim', file);

/** Differences in a release build. */
export default {
  // MobX picks its build by NODE_ENV at run time, which would ship both of them (17 KB).
  alias: { mobx$: mobx },
  mini: {
    webpackChain(chain) {
      chain
        .plugin('no-addresses')
        .use(NormalModuleReplacementPlugin, [ADDRESSES, slim('no-addresses.js')]);
      chain.module
        .rule('used-lists')
        .test(LISTS)
        .use('used-lists')
        .loader(slim('used-lists-loader.js'))
        .options({ sources: path.resolve(__dirname, '../src') });
      chain.module
        .rule('fixed-host')
        .test(RECONCILER)
        .use('fixed-host')
        .loader(slim('fixed-host-loader.js'));
    },
  },
  jsMinimizer: 'terser',
  // Files are UTF-8: a Chinese character takes 3 bytes, its escape 6.
  terser: {
    // The browser face is read from this machine only, and minifying it takes longer than building it.
    enable: process.env.TARO_ENV !== 'h5',
    config: { ecma: 2017, compress, output: { ecma: 2017, comments: false, ascii_only: false } },
  },
} satisfies UserConfigExport<'webpack5'>;
