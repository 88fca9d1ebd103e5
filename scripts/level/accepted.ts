import type { Acceptance } from '../wechat/judge';

const LEVEL_HAS_IT = 'the standard has it since 2020, and iOS 12.2 and Chrome 71 have it';
const ASKED_FIRST = 'used only where `typeof` finds it';
const NEVER_CALLED = 'MobX defines the method on its sets and we call it nowhere';
const UMD = 'dayjs asks for it only where there are no modules';

function each(names: readonly string[], reason: string): Acceptance[] {
  return names.map((name) => ({ name, reason }));
}

const SET_METHODS = [
  'SetUnion',
  'SetIntersection',
  'SetDifference',
  'SetSymmetricDifference',
  'SetIsSubsetOf',
  'SetIsSupersetOf',
  'SetIsDisjointFrom',
];

/** Accepted findings of `npm run check:level`. An entry that matches no finding fails the check. */
export const ACCEPTED: readonly Acceptance[] = [
  ...each(['runtime.js globalThis', 'vendors.js globalThis'], LEVEL_HAS_IT),
  { name: 'runtime.js window', reason: 'webpack asks for it only where there is no globalThis' },
  ...each(
    [
      'app.js crypto',
      'app.js performance',
      'app.js setImmediate',
      'app.js MessageChannel',
      'app.js __REACT_DEVTOOLS_GLOBAL_HOOK__',
      'taro.js performance',
      'vendors.js FinalizationRegistry',
      'vendors.js SuppressedError',
      'api/index.js requestIdleCallback',
    ],
    ASKED_FIRST,
  ),
  ...each(
    SET_METHODS.map((name) => `vendors.js ${name}`),
    NEVER_CALLED,
  ),
  ...each(
    ['api', 'public', 'timer'].flatMap((name) => [
      `${name}/index.js define`,
      `${name}/index.js self`,
    ]),
    UMD,
  ),
  { name: 'api/index.js ArrayPrototypeGroup', reason: 'it is `group` of a database’s pipeline' },
  { name: 'styles gap of a flexbox', reason: 'figures and buttons stand closer; nothing is lost' },
  { name: 'styles min() or max()', reason: 'the figure keeps the size of the line around it' },
];
