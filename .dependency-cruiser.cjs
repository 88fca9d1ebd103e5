/**
 * Which module may import which. The top-level folders are layers: a layer never imports one above
 * it. Each module of src/ and cloud/ has one rule that lists its allowed imports; every other import
 * is an error. tests/architecture/import-rules.test.ts shows that each rule fires.
 */

const { readdirSync, readFileSync } = require('node:fs');

const TESTS = '\\.(test|fixture)\\.tsx?$';
const REACT = '^node_modules/(react|@types/react)/';
const TARO = '^node_modules/@tarojs/(taro|components|taro-h5)/';
const MOBX_REACT = '^node_modules/mobx-react-lite/';
const VALIBOT = '^node_modules/valibot/';
/** A style sheet beside a component, and a picture: only bundlers read them. */
const ASSETS = '\\.(css|png|svg)$';

/** Folders of src that hold no pages; every other folder is the tabs' (`pages`) or a subpackage. */
const MODULES = '(?:domain|incentives|contract|platform|stores|components|i18n|styles)/';
const PAGES = `^src/(?!${MODULES})[^/]+/`;

/** Every page's path and its parameters. */
const PATHS = '^src/paths\\.ts$';

/** Hooks and context that pages of every package share. */
const PAGE_TOOLS = '^src/(page-hooks|stores-context)\\.tsx?$';

/** The files that the manifests of the packages export. */
const PACKAGE_ENTRIES = readdirSync(`${__dirname}/packages`).flatMap((name) =>
  Object.values(require(`./packages/${name}/package.json`).exports).map(
    (file) => `^packages/${name}/${file.slice(2).replaceAll('.', '\\.')}$`,
  ),
);

/** The top-level folders from the top down, and why a layer never imports one above it. */
const LAYERS = [
  ['tests', ''],
  ['bench', 'A measurement must not depend on test cases, which change for other reasons.'],
  ['scripts', 'A command for operators must run without the tests and the benchmarks.'],
  ['desk', 'What npm start shows must not depend on commands, benchmarks or tests.'],
  [
    'demo',
    'Demonstration data serve the desk, benchmarks and tests alike, so they know none of them.',
  ],
  ['config', 'A build must not depend on what is done with its result.'],
  ['cloud', 'The functions ship without demonstration, desk, scripts and tests.'],
  ['src', 'The mini program must not carry cloud code or tools to a phone.'],
];

/** Of the upper layers, the test kit may be imported; `only-tests-borrow-the-test-kit` says by whom. */
const TEST_KIT = '^tests/testkit/';

/** One rule for each layer but the highest: it imports no layer above it. */
const LAYER_RULES = LAYERS.slice(1).map(([folder, comment], index) => ({
  name: `${folder}-imports-no-upper-layer`,
  comment,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: {
    path: LAYERS.slice(0, index + 1).map(([upper]) => `^${upper}/`),
    pathNot: TEST_KIT,
  },
}));

/** The files that hold an endpoint: those that the two lists of endpoints name. */
const ENDPOINT_FILES = ['api', 'public'].flatMap((list) => {
  const text = readFileSync(`${__dirname}/cloud/endpoints/${list}.ts`, 'utf8');
  return [...text.matchAll(/from '\.\/([a-z/-]+)'/g)].map(
    ([, file]) => `^cloud/endpoints/${file}\\.ts$`,
  );
});

/** What a module may import by value or by type; everything else is an error. */
function moduleRule(name, comment, from, allowed, fromNot = []) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: [TESTS, ...fromNot] },
    to: { pathNot: allowed },
  };
}

/** As `moduleRule`, but what matches `typesOnly` may be imported with `import type` only. */
function moduleRulesWithTypes(name, comment, from, allowed, typesOnly) {
  return [
    moduleRule(name, comment, from, [...allowed, ...typesOnly]),
    {
      name: `${name}-by-type`,
      comment: `${comment} Types cost nothing at run time; values would couple the modules.`,
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
      comment:
        'Files in a cycle can only be understood together; type imports count as much as values.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that leads nowhere fails at run time in one of the two builds.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-package',
      comment: 'A package that no manifest names is there by accident and may be gone tomorrow.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },

    ...LAYER_RULES,
    {
      name: 'packages-know-nothing-of-this-product',
      comment:
        'A package could be published as it is: it imports itself, its dependencies and Node only.',
      severity: 'error',
      from: { path: '^(packages/[^/]+)/' },
      to: {
        path: ['^(src|cloud|demo|desk|config|scripts|bench|tests|packages)/', '^[^/]+\\.[a-z]+$'],
        pathNot: '^$1/',
      },
    },
    {
      name: 'packages-by-their-entries',
      comment: 'Only what a package exports may be imported, as from the registry.',
      severity: 'error',
      from: { pathNot: '^packages/' },
      to: { path: '^packages/', pathNot: PACKAGE_ENTRIES },
    },
    {
      name: 'only-tests-borrow-the-test-kit',
      comment:
        'The test kit is the only part of tests/ that others use: tests elsewhere, benchmarks, scripts.',
      severity: 'error',
      from: { path: '^(src|cloud|config|demo|desk)/', pathNot: TESTS },
      to: { path: TEST_KIT },
    },
    {
      name: 'test-kit-is-a-bottom',
      comment:
        'Benchmarks and scripts build on the test kit, so it must not need them or any test.',
      severity: 'error',
      from: { path: TEST_KIT },
      to: { path: ['^(bench|scripts)/', '^tests/'], pathNot: [TEST_KIT] },
    },
    {
      name: 'no-import-of-a-test',
      comment: 'A test file runs when it is loaded; what several tests need is a fixture.',
      severity: 'error',
      from: {},
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'no-fixture-outside-tests',
      comment: 'A fixture is made up for tests and must not ship.',
      severity: 'error',
      from: { path: '^(src|cloud|config)/', pathNot: TESTS },
      to: { path: '\\.fixture\\.tsx?$' },
    },
    {
      name: 'cloud-shares-rules-and-contract-only',
      comment: 'The cloud shares rules and contract with the client, never its screens or device.',
      severity: 'error',
      from: { path: '^cloud/' },
      to: { path: '^src/', pathNot: '^src/(domain|incentives|contract)/' },
    },
    {
      name: 'product-uses-no-package-of-ours',
      comment: 'local-cloud and weapp-runtime stand in for WeChat; in WeChat there is no stand-in.',
      severity: 'error',
      from: { path: '^(src|cloud)/', pathNot: TESTS },
      to: { path: '^packages/' },
    },
    {
      name: 'only-database-knows-the-sdk',
      comment: 'One module on wx-server-sdk keeps every query typed and the SDK replaceable.',
      severity: 'error',
      from: { path: '^(src|cloud)/', pathNot: ['^cloud/database/', TESTS] },
      to: { path: '(^|/)wx-server-sdk(/|$)' },
    },

    moduleRule(
      'domain-stands-alone',
      'The business rules run the same on the phone, in the cloud and in a test: no library, no clock, no I/O.',
      '^src/domain/',
      ['^src/domain/'],
      ['^src/domain/time/'],
    ),
    moduleRule(
      'domain-time-uses-dayjs-only',
      'Calendars are the one thing the domain does not compute by itself.',
      '^src/domain/time/',
      ['^src/domain/', '^node_modules/dayjs/'],
    ),
    moduleRule(
      'incentives-are-data',
      'Rule sets are data that an officer could publish: nothing to execute, nothing to depend on.',
      '^src/incentives/',
      ['^src/incentives/'],
    ),
    moduleRule(
      'contract-builds-on-domain',
      'The wire format is made of domain words and schemas, so both sides can share it.',
      '^src/contract/',
      ['^src/contract/', '^src/domain/', VALIBOT],
    ),
    ...moduleRulesWithTypes(
      'platform-is-an-adapter',
      'Device and cloud are reached here and nowhere else; an adapter holds no business.',
      '^src/platform/',
      ['^src/platform/', '^src/contract/', PATHS, '^node_modules/@tarojs/(taro|shared)/'],
      ['^src/domain/'],
    ),
    ...moduleRulesWithTypes(
      'stores-know-no-screen',
      'Stores run in Node in tests: they get adapters handed in and never see React or Taro.',
      '^src/stores/',
      ['^src/stores/', '^src/domain/', '^src/contract/', PATHS, '^node_modules/mobx/'],
      ['^src/platform/', VALIBOT],
    ),
    {
      name: 'only-drafts-carry-schemas',
      comment:
        'Stores and adapters name endpoints by type: a schema they imported would be in the main package.',
      severity: 'error',
      from: { path: '^src/(platform|stores)/', pathNot: ['^src/stores/drafts/', TESTS] },
      to: {
        path: ['^src/contract/', '^src/stores/drafts/'],
        pathNot: '^src/contract/errors\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    moduleRule(
      'i18n-words-closed-lists',
      'Words are made for the closed lists and formats of the domain and for error codes, so that one without words does not compile; they know no screen and no store.',
      '^src/i18n/',
      ['^src/i18n/', '^src/domain/', '^src/contract/errors\\.ts$', REACT],
    ),
    moduleRule(
      'styles-import-nothing',
      'Tokens are the bottom of the screen: whatever they imported would be everywhere.',
      '^src/styles/',
      ['^src/styles/', ASSETS],
    ),
    ...moduleRulesWithTypes(
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
    ...moduleRulesWithTypes(
      'pages-go-through-stores',
      'A page shows what stores hold; a cloud call or an adapter in a page cannot be tested or retried.',
      PAGES,
      [
        PAGES,
        PAGE_TOOLS,
        PATHS,
        '^src/(stores|components|domain|i18n|styles)/',
        MOBX_REACT,
        TARO,
        REACT,
        ASSETS,
      ],
      ['^src/contract/'],
    ),
    moduleRule(
      'page-tools-serve-any-page',
      'What every package of pages needs lies above them all: it may tie stores to Taro and React, and knows no page.',
      PAGE_TOOLS,
      [PAGE_TOOLS, PATHS, '^src/(stores|domain|i18n)/', TARO, REACT],
    ),
    moduleRule(
      'paths-are-data',
      'Every layer of the mini program names pages by src/paths.ts, so it knows none of them.',
      PATHS,
      [PATHS, '^src/domain/'],
    ),
    {
      name: 'pages-never-import-pages',
      comment:
        'What two pages share lies in a store, a component or the shared/ folder of their package: a page dragged into another package is loaded twice.',
      severity: 'error',
      from: { path: `((${PAGES})(?:pages/)?[^/]+)/`, pathNot: TESTS },
      to: { path: PAGES, pathNot: ['^$1/', '^$2shared/'] },
    },
    {
      name: 'app-is-the-root',
      comment: 'The composition root imports everything, so importing it back would tie a knot.',
      severity: 'error',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: '^src/app(\\.config)?\\.tsx?$' },
    },

    ...moduleRulesWithTypes(
      'database-wraps-the-sdk',
      'Typed collections know the shape of documents and the SDK, not what they are for.',
      '^cloud/database/',
      [
        '^cloud/database/',
        // What fails without a person noticing is written to the log.
        '^cloud/runtime/log\\.ts$',
        '(^|/)wx-server-sdk(/|$)',
        '^(node:)?(crypto|async_hooks)$',
      ],
      ['^src/(domain|contract)/'],
    ),
    moduleRule(
      'repositories-only-query',
      'Queries move documents; who may, and what follows, belongs to endpoints. The bounds of a query are domain rules.',
      '^cloud/repositories/',
      [
        '^cloud/(repositories|database|text)/',
        '^src/(domain|contract)/',
        '^(node:)?(crypto|zlib)$',
      ],
    ),
    moduleRule(
      'text-knows-words-only',
      'What a title is found by follows from the title and a dictionary, which no other part loads.',
      '^cloud/text/',
      ['^cloud/text/', '^src/domain/', '(^|/)pinyin-pro(/|$)'],
    ),
    moduleRule(
      'migrations-are-pure',
      'A migration makes documents out of documents, whatever keeps them; no function carries it.',
      '^cloud/migrations/',
      [
        '^cloud/migrations/',
        '^cloud/database/(collection|schema|documents)\\.ts$',
        '^cloud/repositories/(ids|secrets)\\.ts$',
        '^src/domain/',
        '(^|/)pinyin-pro(/|$)',
        '^(node:)?(util|zlib)$',
      ],
    ),
    ...moduleRulesWithTypes(
      'access-is-pure',
      'Who may do what is decided from values alone, so that a table of cases can test it.',
      '^cloud/access/',
      ['^cloud/access/', '^src/(domain|contract)/'],
      ['^cloud/database/'],
    ),
    ...moduleRulesWithTypes(
      'presenters-are-pure',
      'Who sees what is decided from values alone, so that a table of cases can test it.',
      '^cloud/presenters/',
      ['^cloud/presenters/', '^src/(domain|contract)/'],
      ['^cloud/database/'],
    ),
    ...moduleRulesWithTypes(
      'endpoint-holds-no-business',
      'Admission, request key and transaction are the same for every endpoint of a kind, so they know no concept.',
      '^cloud/endpoint/',
      [
        '^cloud/(endpoint|access|repositories)/',
        '^src/contract/',
        '^src/domain/shop/(ids|capabilities)\\.ts$',
      ],
      ['^cloud/database/', '^src/domain/', VALIBOT],
    ),
    moduleRule(
      'endpoints-use-the-modules-below',
      'An endpoint reads as access, domain, repository, presenter; it never meets WeChat itself.',
      '^cloud/endpoints/',
      [
        '^cloud/(endpoints|endpoint|access|presenters|repositories|database|text)/',
        '^src/(domain|contract|incentives)/',
      ],
    ),
    {
      name: 'concepts-share-below-endpoints',
      comment:
        'What two concepts need lies in a repository, a presenter or the domain, where both find it.',
      severity: 'error',
      from: { path: '^cloud/endpoints/([^/]+)/' },
      to: { path: '^cloud/endpoints/', pathNot: '^cloud/endpoints/$1/' },
    },
    {
      name: 'no-endpoint-imports-another',
      comment:
        'An endpoint that another one calls can no longer be changed alone; a file beside them can be shared.',
      severity: 'error',
      from: { path: '^cloud/endpoints/[^/]+/' },
      to: { path: ENDPOINT_FILES },
    },
    ...moduleRulesWithTypes(
      'runtime-holds-no-business',
      'Routing, envelope and context hold no business, which would run outside access and tests.',
      '^cloud/runtime/',
      ['^cloud/(runtime|access|database)/', '^src/contract/', '^(node:)?crypto$'],
      ['^cloud/(endpoint|repositories)/'],
    ),
    moduleRule(
      'functions-are-entry-points',
      'An entry point joins endpoints with the runtime; what it did itself could not be tested.',
      '^cloud/functions/',
      ['^cloud/(functions|runtime|endpoint|endpoints|database)/', '^src/contract/'],
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
