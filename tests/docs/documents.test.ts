import { existsSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { startEmptyCloud } from '../testkit/cloud';
import { commandProblem, commandsOf, requestOf } from './commands';
import { type Block, readDocuments } from './markdown';
import { typeProblems } from './types';

const documents = readDocuments();
const blocks = documents.flatMap((document) => document.blocks);

function blocksOf(language: string): Block[] {
  return blocks.filter((block) => block.language === language);
}

/** How the blocks of each language are checked; null: they show something and are not code. */
const CHECKS: Record<string, ((block: Block) => unknown) | null> = {
  sh: expectCommands,
  ts: expectTypes,
  tsx: expectTypes,
  json: ({ text }) => expect(JSON.parse(text)).toBeDefined(),
  text: null,
  mermaid: null,
};

function expectCommands({ text }: Block): void {
  const commands = commandsOf(text).filter((words) => words[0] !== 'curl');
  expect(commands.map(commandProblem).filter((problem) => problem !== null)).toEqual([]);
}

function expectTypes({ text, language }: Block): void {
  expect(typeProblems(text, language)).toEqual([]);
}

describe('blocks of code', () => {
  it('are found', () => {
    expect(blocksOf('sh').length).toBeGreaterThan(0);
  });

  it.each(blocks.map((block) => [block.place, block] as const))('%s holds', (_place, block) => {
    expect(Object.keys(CHECKS)).toContain(block.language);
    CHECKS[block.language]?.(block);
  });

  it('that call a local cloud get an answer', async () => {
    const calls = blocksOf('sh').flatMap(({ text }) => commandsOf(text).map(requestOf));
    const requests = calls.filter((request) => request !== null);
    expect(requests.length).toBeGreaterThan(0);
    const cloud = await startEmptyCloud();
    for (const request of requests) {
      const { pathname } = new URL(request.url);
      const response = await fetch(new Request(`${cloud.url}${pathname}`, request));
      expect(await response.json(), pathname).toMatchObject({ result: { ok: true } });
    }
    await cloud.close();
  });
});

describe.each(documents)('$path', ({ path: name, code, links }) => {
  it('names commands that exist', () => {
    const commands = code.filter((text) => /^(?:npm|npx) /.test(text)).flatMap(commandsOf);
    const problems = commands.map((words) => [words.join(' '), commandProblem(words)]);
    expect(problems.filter(([, problem]) => problem !== null)).toEqual([]);
  });

  it('names files that exist', () => {
    const files = code.filter((text) =>
      /^(?:src|cloud|packages|demo|desk|tests|bench|scripts|config|docs|\.ci)\/[\w./-]+$/.test(
        text,
      ),
    );
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it('links to files that exist', () => {
    const missing = links.filter((link) => !existsSync(path.join(path.dirname(name), link)));
    expect(missing).toEqual([]);
  });
});
