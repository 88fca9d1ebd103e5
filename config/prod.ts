import path from 'node:path';

import type { UserConfigExport } from '@tarojs/cli';
import { NormalModuleReplacementPlugin } from 'webpack';

import { ShippedPackages } from './shipped-packages';

const mobx = path.resolve(__dirname, '../node_modules/mobx/dist/mobx.esm.production.min.js');

/**
 * What Taro turns off for engines of 2017 and older; terser's own defaults are what browsers get.
 * The engines of `browserslist` understand all of it.
 */
const compress = {
  ecma: 2019,
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

/**
 * Taro's imitation of a browser's addresses, which no mini program of ours uses. A file that Taro no
 * longer has fails the build.
 */
const ADDRESSES = ['location', 'history', 'URL', 'URLSearchParams'].map((name) =>
  require.resolve(`@tarojs/runtime/dist/bom/${name}.js`),
);

function exactly(files: readonly string[]): RegExp {
  const escaped = files.map((file) => file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^(?:${escaped.join('|')})$`);
}

/** Differences in a release build. */
export default {
  alias: {
    // MobX picks its build by NODE_ENV at run time, which would ship both of them (17 KB).
    mobx$: mobx,
    // The entry of Taro's WeChat plugin carries the attributes of every component (7 KB).
    '@tarojs/plugin-platform-weapp/dist/runtime$': path.resolve(__dirname, 'weapp-runtime.js'),
  },
  mini: {
    webpackChain(chain) {
      chain
        .plugin('no-addresses')
        .use(NormalModuleReplacementPlugin, [
          exactly(ADDRESSES),
          path.resolve(__dirname, 'no-addresses.js'),
        ]);
      chain.plugin('shipped-packages').use(ShippedPackages);
      chain
        .plugin('taro-entry')
        .use(NormalModuleReplacementPlugin, [
          exactly([require.resolve('@tarojs/taro/index.js')]),
          path.resolve(__dirname, 'taro-entry.js'),
        ]);
      // An import of what a module does not export, such as the one above, fails the build.
      chain.module.strictExportPresence(true);
    },
  },
  jsMinimizer: 'terser',
  // Files are UTF-8: a Chinese character takes 3 bytes, its escape 6.
  terser: {
    // The browser face is read from this machine only, and minifying it takes longer than building it.
    enable: process.env.TARO_ENV !== 'h5',
    config: { ecma: 2019, compress, output: { ecma: 2019, comments: false, ascii_only: false } },
  },
} satisfies UserConfigExport<'webpack5'>;
