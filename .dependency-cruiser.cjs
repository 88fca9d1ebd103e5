/**
 * Who may import whom. Each room of src/ and cloud/ has one rule that lists what it may reach;
 * everything else is an error. tests/architecture/import-rules.test.ts shows that each rule fires.
 */

const TESTS = '\\.(test|fixture)\\.tsx?$';
const REACT = '^node_modules/(react|@types/react)/';
const TARO = '^node_modules/@tarojs/(taro|components|taro-h5)/';
const MOBX_REACT = '^node_modules/mobx-react-lite/';
const VALIBOT = '^node_modules/valibot/';
/** A style sheet beside a component, and a picture: only bundlers read them. */
const ASSETS = '\\.(css|png|svg)$';

/** Folders of src that are not pages; every other folder is the tabs' (`pages`) or a subpackage. */
const ROOMS = '(?:domain|incentives|contract|platform|stores|components|i18n|styles)/';
const PAGE_ROOM = `^src/(?!${ROOMS})[^/]+/`;

/** Hooks and context that pages of every package share. */
const PAGE_TOOLS = '^src/(page-hooks|stores-context)\\.tsx?$';

/** What `room` may import by value or by type; a second rule may open more to `import type`. */
function room(name, comment, from, allowed, fromNot = []) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: [TESTS, ...fromNot] },
    to: { pathNot: allowed },
  };
}

/** As `room`, but what matches `typesOnly` may be imported with `import type` and not otherwise. */
function roomWithTypes(name, comment, from, allowed, typesOnly) {
  return [
    room(name, comment, from, [...allowed, ...typesOnly]),
    {
      name: `${name}-by-type`,
      comment: `${comment} Types cost nothing at run time; values would couple the rooms.`,
      severity: 'error',
      from: { path: from, pathNot: TESTS },
      to: { path: typesOnly, pathNot: allowed, dependencyTypesNot: ['type-only'] },
    },
  ];
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means two files that can only be understood and loaded together.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere fails at run time in one of the two builds.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'src-never-imports-cloud',
      comment: 'The mini program must not carry cloud code or its rights to a phone.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^cloud/' },
    },
    {
      name: 'cloud-reaches-shared-rooms-only',
      comment: 'The cloud shares rules and contract with the client, never its screens or device.',
      severity: 'error',
      from: { path: '^cloud/' },
      to: { path: '^src/', pathNot: '^src/(domain|incentives|contract)/' },
    },
    {
      name: 'product-never-imports-tools',
      comment: 'Stand-ins, tests and scripts may know the product; the product ships without them.',
      severity: 'error',
      from: { path: '^(src|cloud)/', pathNot: TESTS },
      to: { path: ['^(packages|demo|tests|bench|desk|scripts)/', TESTS] },
    },
    {
      name: 'only-database-knows-the-sdk',
      comment: 'One room on wx-server-sdk keeps every query typed and the SDK replaceable.',
      severity: 'error',
      from: { path: '^(src|cloud)/', pathNot: ['^cloud/database/', TESTS] },
      to: { path: '(^|/)wx-server-sdk(/|$)' },
    },

    room(
      'domain-stands-alone',
      'The business rules run the same on the phone, in the cloud and in a test: no library, no clock, no I/O.',
      '^src/domain/',
      ['^src/domain/'],
      ['^src/domain/time/'],
    ),
    room(
      'domain-time-uses-dayjs-only',
      'Calendars are the one thing the domain does not compute by itself.',
      '^src/domain/time/',
      ['^src/domain/', '^node_modules/dayjs/'],
    ),
    room(
      'incentives-are-data',
      'Rule sets are data that an officer could publish: nothing to execute, nothing to depend on.',
      '^src/incentives/',
      ['^src/incentives/'],
    ),
    room(
      'contract-builds-on-domain',
      'The wire format is made of domain words and schemas, so both sides can share it.',
      '^src/contract/',
      ['^src/contract/', '^src/domain/', VALIBOT],
    ),
    room(
      'platform-is-an-adapter',
      'Device and cloud are reached here and nowhere else; an adapter holds no business.',
      '^src/platform/',
      ['^src/platform/', '^src/contract/', '^node_modules/@tarojs/taro/'],
    ),
    ...roomWithTypes(
      'stores-know-no-screen',
      'Stores run in Node in tests: they get adapters handed in and never see React or Taro.',
      '^src/stores/',
      ['^src/stores/', '^src/domain/', '^src/contract/', '^node_modules/mobx/'],
      ['^src/platform/', VALIBOT],
    ),
    room(
      'i18n-words-closed-lists',
      'Words are made for the closed lists and formats of the domain and for error codes, so that one without words does not compile; they know no screen and no store.',
      '^src/i18n/',
      ['^src/i18n/', '^src/domain/', '^src/contract/errors\\.ts$', REACT],
    ),
    room(
      'styles-import-nothing',
      'Tokens are the bottom of the screen: whatever they imported would be everywhere.',
      '^src/styles/',
      ['^src/styles/', ASSETS],
    ),
    ...roomWithTypes(
      'components-take-props',
      'A component that knows a store or the device cannot be shown in the gallery.',
      '^src/components/',
      [
        '^src/(components|domain|styles|i18n)/',
        '^node_modules/@tarojs/components/',
        MOBX_REACT,
        REACT,
        ASSETS,
      ],
      ['^src/contract/'],
    ),
    ...roomWithTypes(
      'pages-go-through-stores',
      'A page shows what stores hold; a cloud call or an adapter in a page cannot be tested or retried.',
      PAGE_ROOM,
      [
        PAGE_ROOM,
        PAGE_TOOLS,
        '^src/(stores|components|domain|i18n|styles)/',
        MOBX_REACT,
        TARO,
        REACT,
        ASSETS,
      ],
      ['^src/contract/'],
    ),
    room(
      'page-tools-serve-any-page',
      'What every package of pages needs lies above them all: it may tie stores to Taro and React, and knows no page.',
      PAGE_TOOLS,
      [PAGE_TOOLS, '^src/stores/', TARO, REACT],
    ),
    {
      name: 'pages-never-import-pages',
      comment:
        'What two pages share lies in a store, a component or the shared/ folder of their package: a page dragged into another package is loaded twice.',
      severity: 'error',
      from: { path: `((${PAGE_ROOM})(?:pages/)?[^/]+)/`, pathNot: TESTS },
      to: { path: PAGE_ROOM, pathNot: ['^$1/', '^$2shared/'] },
    },
    {
      name: 'app-is-the-root',
      comment: 'The composition root imports everything, so importing it back would tie a knot.',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: '^src/app(\\.config)?\\.tsx?$' },
    },

    ...roomWithTypes(
      'database-wraps-the-sdk',
      'Typed collections know the shape of documents and the SDK, not what they are for.',
      '^cloud/database/',
      ['^cloud/database/', '(^|/)wx-server-sdk(/|$)', '^(node:)?crypto$'],
      ['^src/(domain|contract)/'],
    ),
    room(
      'repositories-only-query',
      'Queries move documents; who may, and what follows, belongs to handlers. The bounds of a query are domain rules.',
      '^cloud/repositories/',
      ['^cloud/(repositories|database)/', '^src/(domain|contract)/', '^(node:)?crypto$'],
    ),
    ...roomWithTypes(
      'access-and-presenters-are-pure',
      'Who may do and see what is decided from values alone, so that a table of cases can test it.',
      '^cloud/(access|presenters)/',
      ['^cloud/(access|presenters)/', '^src/(domain|contract)/'],
      ['^cloud/database/'],
    ),
    ...roomWithTypes(
      'handlers-tell-the-story',
      'A handler reads as access, domain, repository, presenter; it never meets WeChat itself.',
      '^cloud/handlers/',
      [
        '^cloud/(handlers|access|presenters|repositories|database)/',
        '^src/(domain|contract|incentives)/',
      ],
      ['^cloud/runtime/'],
    ),
    ...roomWithTypes(
      'runtime-only-routes',
      'Routing, envelope and context hold no business: it would run outside access and tests.',
      '^cloud/(runtime|functions)/',
      [
        '^cloud/(runtime|functions|access|handlers|database)/',
        '^src/contract/',
        '^(node:)?crypto$',
      ],
      ['^cloud/repositories/'],
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|cloudfunctions|\\.cache)/' },
    // Type-only imports count too: a rule would be empty if `import type` went round it.
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      // Either half of a platform twin satisfies an import without suffix.
      extensions: ['.ts', '.tsx', '.d.ts', '.h5.ts', '.h5.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
