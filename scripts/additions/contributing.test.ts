import { describe, expect, it } from 'vitest';

import { listedFiles, withNames } from './contributing';

const TEXT = `# Contributing

## Add a page

1. \`src/paths.ts\`: its path, see \`src/app.config.ts\`.
2. \`src/merchant/<page>/index.tsx\`: the page, with
   \`useStores()\`.

The limits are in \`bench/ratchet.json\`.

## Add a word

1. The word.
`;

describe('listedFiles', () => {
  it('takes the first path of each line of one list', () => {
    expect(listedFiles(TEXT, 'Add a page')).toEqual([
      'src/paths.ts',
      'src/merchant/<page>/index.tsx',
    ]);
  });

  it.each([
    ['Add a host', 'CONTRIBUTING.md has no "Add a host"'],
    ['Add a word', '"Add a word" has a line without a file: 1. The word.'],
  ])('refuses %s', (title, message) => {
    expect(() => listedFiles(TEXT, title)).toThrow(message);
  });

  it('refuses a section without a list', () => {
    expect(() => listedFiles('\n## Add a page\n\nText.\n', 'Add a page')).toThrow('lists no file');
  });
});

describe('withNames', () => {
  it('replaces every placeholder', () => {
    const names = { concept: 'host', verb: 'relabel' };
    expect(withNames('cloud/endpoints/<concept>/<verb>.ts', names)).toBe(
      'cloud/endpoints/host/relabel.ts',
    );
  });

  it('refuses a placeholder without a name', () => {
    expect(() => withNames('src/<area>.ts', {})).toThrow('has no name for <area>');
  });
});
