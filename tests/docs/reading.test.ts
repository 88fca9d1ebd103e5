import { describe, expect, it } from 'vitest';

import { commandProblem, commandsOf, requestOf } from './commands';
import { parseDocument } from './markdown';
import { typeProblems } from './types';

describe('parseDocument', () => {
  it('separates blocks from prose', () => {
    const text = [
      'Run `npm test`, see [why](docs/a.md#why) and [all](https://example.org).',
      '',
      '```sh',
      'npm ci # `not prose`',
      '```',
      '',
      '````md',
      '```sh',
      '```',
      '````',
    ].join('\n');
    expect(parseDocument('README.md', text)).toEqual({
      path: 'README.md',
      blocks: [
        { place: 'README.md:3', language: 'sh', text: 'npm ci # `not prose`' },
        { place: 'README.md:7', language: 'md', text: '```sh\n```' },
      ],
      code: ['npm test'],
      links: ['docs/a.md'],
    });
  });
});

describe('commandsOf', () => {
  it('splits lines, joins continued ones, and drops comments and variables', () => {
    const text =
      'npm ci && npm test\n# why\nCLOUD_ENV=… npm start > log.txt  # why\ncurl -d \'{"a": 1}\' \\\n  x';
    expect(commandsOf(text)).toEqual([
      ['npm', 'ci'],
      ['npm', 'test'],
      ['npm', 'start'],
      ['curl', '-d', '{"a": 1}', 'x'],
    ]);
  });
});

describe('commandProblem', () => {
  it.each([
    'npm ci',
    'npm start -- --port 9000',
    'npm test -- --reporter=dot',
    'npm run rules -- --json',
    'npm run --silent rules -- --json',
    'npm run backup -- --to <back-up>',
    'npx vitest run src/domain/sales',
    '.ci/run',
  ])('accepts %s', (line) => {
    expect(commandProblem(line.split(' '))).toBeNull();
  });

  it.each([
    ['npm run nothing', 'package.json has no script "nothing"'],
    ['npm run rules -- --nothing', '"rules" does not read --nothing'],
    ['npm start -- --nothing', '"start" does not read --nothing'],
    ['npm run rules --json', 'arguments need "--" before them'],
    ['npm publish', 'npm has no "publish" here'],
    ['npx nothing', 'no package has "nothing"'],
    ['npx vitest run src/nothing', 'src/nothing does not exist'],
    ['make', 'no check knows the command "make"'],
  ])('refuses %s', (line, problem) => {
    expect(commandProblem(line.split(' '))).toBe(problem);
  });
});

describe('requestOf', () => {
  it('reads address, headers and body', async () => {
    const words = ['curl', '-s', 'http://127.0.0.1/fn/api', '-H', 'x-person: ana', '-d', '{}'];
    const request = requestOf(words);
    expect(request).toMatchObject({ method: 'POST', url: 'http://127.0.0.1/fn/api' });
    expect(request?.headers.get('x-person')).toBe('ana');
    expect(await request?.text()).toBe('{}');
  });
});

describe('typeProblems', () => {
  it('accepts an example that compiles', () => {
    const text = "import { addFen } from './src/domain/money';\nexport const sum = addFen(1, 2);";
    expect(typeProblems(text, 'ts')).toEqual([]);
  });

  it('names what does not compile', () => {
    expect(typeProblems("const fen: number = '1';", 'ts')).toEqual([
      "Type 'string' is not assignable to type 'number'.",
    ]);
  });
});
