import type * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { validate } from '../../src/contract/validate';
import { ANSWERED } from '../testkit/access-table';

interface Node {
  readonly type: string;
  readonly kind: string;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly wrapped?: Node;
  readonly options?: readonly Node[];
  readonly pipe?: readonly Node[];
}

/** Every string that a schema takes, by the dotted path of its field. */
function textsOf(node: Node, path = ''): [path: string, schema: v.GenericSchema][] {
  const below = (child: Node, name: string) =>
    textsOf(child, path === '' ? name : `${path}.${name}`);
  if (node.type === 'string') return [[path, node as unknown as v.GenericSchema]];
  if (node.entries)
    return Object.entries(node.entries).flatMap(([name, child]) => below(child, name));
  if (node.item) return below(node.item, '0');
  if (node.wrapped) return textsOf(node.wrapped, path);
  if (node.type === 'picklist' || node.options === undefined) return [];
  return node.options.flatMap((option) => textsOf(option, path));
}

const TEXTS = [...ANSWERED.api, ...ANSWERED.public].flatMap(({ definition: { name, input } }) =>
  textsOf(input as unknown as Node).map(([path, schema]) => ({ at: `${name} ${path}`, schema })),
);

/** A phone is turned into plain characters first; an endpoint knows the cursors that it gave. */
const isOther = (at: string): boolean => /(phone|cursor)$/.test(at);

describe('a text that a call carries', () => {
  it('is found in every kind of schema', () => {
    const found = TEXTS.map(({ at }) => at);
    expect(found).toEqual(
      expect.arrayContaining([
        'shop.register name',
        'shop.update disclosure.address',
        'shop.update accounts.0.name',
        'liveSession.correct reason',
        'duty.confirm seller.name',
        'liveSession.search words',
      ]),
    );
  });

  it.each(TEXTS.filter(({ at }) => !isOther(at)))(
    'holds no character that cannot be seen, no turned direction and no half character: $at',
    ({ schema }) => {
      for (const bad of ['\u200b', '\u3164', '\u2800', '\u202e', '\ud842', '\u{e0001}', '\ufe0f']) {
        expect(validate(schema, `花${bad}a`).ok, JSON.stringify(bad)).toBe(false);
      }
    },
  );
});
