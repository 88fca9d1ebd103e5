import path from 'node:path';

import { defineConfig, type UserConfigExport } from '@tarojs/cli';

import packageJson from '../package.json';
import { copyShapesOf } from './copy-shapes';
import devConfig from './dev';
import { channelsJumpOf, environmentOf, frameworkOf, NO_APPID, projectAppid } from './environment';
import prodConfig from './prod';

/** Files that change the build but that webpack does not track by itself. */
const untracked = [
  'babel.config.js',
  'package.json',
  'config/copy-shapes.ts',
  'config/dev.ts',
  'config/environment.ts',
  'config/postcss-older-engines.js',
  'config/prod.ts',
  'config/shipped-packages.ts',
  // The list of pages: Taro reads it before webpack does.
  'src/app.config.ts',
  'src/paths.ts',
  'src/theme.json',
];

/** Taro passes all of it to webpack, although its own type lacks `cacheDirectory`. */
const cache = {
  enable: process.env.CI !== 'true',
  cacheDirectory: path.resolve(__dirname, '../.cache/webpack'),
  buildDependencies: { extra: untracked.map((file) => path.resolve(__dirname, '..', file)) },
};

/**
 * Taro's build configuration, with the reason of each unusual value beside it; measure again
 * (`npm run check:size`) before changing one. What it may weigh is in docs/decisions/0023.
 */
export default defineConfig<'webpack5'>(async (merge) => {
  // The browser face calls this machine's cloud, whatever the AppID.
  const appid = process.env.TARO_ENV === 'weapp' ? projectAppid() : NO_APPID;
  const base: UserConfigExport<'webpack5'> = {
    projectName: 'huadu-live',
    date: '2026-11-23',
    // CSS is written in px at a width of 375. On weapp 1px becomes 2rpx; on H5 it stays 1px.
    designWidth: 375,
    deviceRatio: { 375: 2, 750: 1 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_ENV}`,
    framework: 'react',
    defineConstants: {
      APP_VERSION: JSON.stringify(packageJson.version),
      COPY_SHAPES: JSON.stringify(copyShapesOf(path.resolve(__dirname, '../src'))),
      CLOUD_ENV: JSON.stringify(environmentOf(process.env.CLOUD_ENV, appid)),
      CHANNELS_JUMP: JSON.stringify(channelsJumpOf(process.env.CHANNELS_JUMP)),
      COMPONENT_FRAMEWORK: JSON.stringify(frameworkOf(process.env.COMPONENT_FRAMEWORK)),
    },
    plugins: ['plugin-templates.ts', 'plugin-hashed-copies.ts'].map((file) =>
      path.resolve(__dirname, file),
    ),
    // Prebundling copies whole packages: it adds 143 KB to the weapp build.
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // Levels of nesting unrolled in base.wxml. 16 costs 22 KB more, 4 slows deep trees.
    baseLevel: 8,
    cache,
    // Pages name it by its path in the package, so that webpack does not see it.
    copy: {
      patterns: [{ from: 'src/assets/share/', to: `dist/${process.env.TARO_ENV}/assets/share/` }],
      options: {},
    },
    mini: {
      // Taro leaves packages as published, and this one is for newer engines than `browserslist` names.
      compile: { include: [path.resolve(__dirname, '../node_modules/valibot')] },
      // No page sets HTML: the parser for it stays out.
      runtime: { enableInnerHTML: false },
      // Every rule is named after its component, so that the order of files decides nothing.
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: {
        // 1px stays a physical hairline; everything larger scales with the screen.
        pxtransform: { enable: true, config: { onePxTransform: false } },
        cssModules: { enable: false },
        [path.resolve(__dirname, 'postcss-older-engines.js')]: { enable: true, config: {} },
      },
    },
    h5: {
      // Published packages run in a current browser as they are, and no other opens this face.
      compile: { exclude: [(file: string) => file.includes('/node_modules/')] },
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      // The runner's own default is 0.0.0.0.
      devServer: { host: '127.0.0.1', port: 10086, open: false },
      output: {
        filename: 'js/[name].[contenthash:8].js',
        chunkFilename: 'js/[name].[contenthash:8].js',
      },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        // 'px' keeps 1px at 1px instead of scaling by the window's width. The cast is needed
        // because the runner accepts 'px' and its types do not know it.
        pxtransform: { enable: true, config: { targetUnit: 'px' as 'rem' } },
        cssModules: { enable: false },
      },
    },
  };
  return merge({}, base, process.env.NODE_ENV === 'development' ? devConfig : prodConfig);
});
