import type { KnipConfig } from 'knip';

/**
 * Which files, exports and packages are used: `npm run check:unused`. A "!" marks the files that
 * ship or are started by hand. With `--production` knip reads these alone and so finds an export
 * that only tests import: there is none.
 */
const config: KnipConfig = {
  workspaces: {
    '.': {
      entry: [
        'src/app.{tsx,config.ts}!',
        'src/*/*/index.{tsx,config.ts}!',
        // A page beside the one that opens it, in its package.
        'src/pages/*/*/index.{tsx,config.ts}!',
        // Platform twins: Taro resolves an import without suffix to one of them.
        'src/**/*.{weapp,h5}.{ts,tsx}!',
        'cloud/functions/*/index.ts!',
        // Read by the compiler alone: it holds schemas against the types of documents.
        'cloud/database/schema-check.ts!',
        'config/index.ts!',
        'config/plugin-*.ts!',
        'config/no-addresses.js!',
        'config/weapp-runtime.js!',
        // Named to postcss by its path.
        'config/postcss-older-engines.js!',
        'config/taro-entry.js!',
        'config/weapp-components.d.ts!',
        'desk/page/main.ts!',
        'scripts/*.ts!',
        // Started as a child process by its path.
        'scripts/wechat/tool-child.ts!',
        // Named to vitest and by it.
        'scripts/mutants/{vitest.config,seed}.ts',
        'bench/*.ts!',
        'tests/conformance/*-function.ts!',
        'tests/setup-*.ts',
      ],
      project: [
        '{src,cloud,config,demo,desk,scripts,bench}/**/*.{ts,tsx}!',
        'tests/**/*.ts',
        '!**/*.{test,fixture}.{ts,tsx}!',
      ],
      ignoreDependencies: [
        // Taro and its runtime find these by name.
        '@babel/runtime',
        '@tarojs/plugin-.*',
        '@tarojs/(api|react|runtime|taro-loader|webpack5-runner)',
        'react-dom',
        '@types/react-dom',
        // Their binaries are called by path.
        'miniprogram-compiler',
        '@stryker-mutator/core',
        // Stryker loads it by name.
        '@stryker-mutator/vitest-runner',
      ],
      ignoreBinaries: ['sha256sum'],
    },
    'packages/local-cloud': {
      project: ['src/**/*.ts!', '!src/**/*.test.ts!', '!src/fixtures/**!'],
      ignoreDependencies: ['mime-db'],
    },
    'packages/weapp-runtime': {
      project: ['src/**/*.ts!', '!src/**/*.{test,fixture}.ts!'],
      // Loaded by name in a child process.
      ignoreDependencies: ['tsx'],
    },
  },
  ignoreExportsUsedInFile: { interface: true, type: true },
  // dependency-cruiser looks after these and knows the platform twins.
  exclude: ['unresolved'],
};

export default config;
