import { expect } from 'vitest';

import type { Phone } from 'weapp-runtime/testing';
import { isEndpointName } from '../../testkit/endpoints';
import { readTemplates, unboundAttributes } from '../../testkit/weapp/bound-attributes';
import { BUILD_FOLDER } from '../../testkit/weapp/phones';

/** Words that must never appear on the screen. */
const LEAKS = /undefined|NaN|\[object|Invalid Date|<script/;

/** Endpoints that write, by the contract. */
function writesOf(phone: Phone): string[] {
  return phone.calls
    .map(({ event }) => event as { endpoint: string; requestKey?: string })
    .filter(({ requestKey, endpoint }) => requestKey !== undefined && isEndpointName(endpoint))
    .map(({ endpoint }) => endpoint);
}

const templates = readTemplates(BUILD_FOLDER);

/** The route of a path. */
export function routeOf(path: string): string {
  return path.slice(1).split('?')[0] ?? '';
}

/** Opens a path, checks the conditions for every page, and returns the text of the screen. */
export async function openSoundly(phone: Phone, path: string): Promise<string> {
  await phone.open(path);
  const { text } = phone.screen;
  expect(phone.program.errors, path).toEqual([]);
  expect(text.length, path).toBeGreaterThan(0);
  expect(text, path).not.toMatch(LEAKS);
  expect(writesOf(phone), path).toEqual([]);
  expect(unboundAttributes(templates, phone.program.page.instance.data), path).toEqual([]);
  return text;
}
