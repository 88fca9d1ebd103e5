import path from 'node:path';

import type { UserConfigExport } from '@tarojs/cli';

const mobx = path.resolve(__dirname, '../node_modules/mobx/dist/mobx.esm.production.min.js');

/** Differences in a release build. */
export default {
  // MobX picks its build by NODE_ENV at run time, which would ship both of them (17 KB).
  alias: { mobx$: mobx },
  jsMinimizer: 'terser',
  terser: { enable: true, config: { ecma: 2017, compress: { ecma: 2017, passes: 2 } } },
} satisfies UserConfigExport<'webpack5'>;
