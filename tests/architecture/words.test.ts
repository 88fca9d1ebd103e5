// Every text that a write takes is seen by others and checked, or has a reason why it is not.
import type * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { validate } from '../../src/contract/validate';
import { ANSWERED } from '../testkit/access-table';

const TEAM = 'seen by the team of the store only';

/** Texts that are not checked, and why. */
const UNCHECKED: Readonly<Record<string, string>> = {
  'duty.confirm seller.name': TEAM,
  'duty.confirm seller.permitNo': TEAM,
  'duty.confirm signature': TEAM,
  'duty.correct signature': TEAM,
  'duty.correct text': TEAM,
  'duty.saveLists lists.*.items.*.text': TEAM,
  'duty.saveLists lists.*.name': TEAM,
  'duty.tick signature': TEAM,
  'duty.withdraw signature': TEAM,
  'liveSession.backfill figure.soldFor.name': TEAM,
  'liveSession.backfill figure.source': TEAM,
  'liveSession.correct reason': TEAM,
  'report.appeal words': 'read by verifiers only',
  'report.decide words': TEAM,
  'report.send words': 'read by verifiers only',
  'review.decide reasons.*.field': 'one of the fields that were handed in',
  'review.decide reasons.*.words': "a verifier's words, seen by the team of the store only",
  'sales.move soldFor.name': TEAM,
  'sales.move source': TEAM,
  'sales.record soldFor.name': TEAM,
  'sales.record source': TEAM,
  'sales.replace soldFor.name': TEAM,
  'sales.replace source': TEAM,
  'team.invite name': 'seen by the team, and by the person who is invited',
};

interface Node {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly wrapped?: Node;
  readonly options?: readonly Node[];
}

/** Fields of a schema that take any words, with `*` for every place of a list. */
function wordsIn(node: Node, path = ''): string[] {
  const below = (child: Node, name: string) =>
    wordsIn(child, path === '' ? name : `${path}.${name}`);
  if (node.type === 'string') {
    const schema = node as unknown as v.GenericSchema;
    return validate(schema, '晚安 words').ok ? [path] : [];
  }
  if (node.entries)
    return Object.entries(node.entries).flatMap(([name, child]) => below(child, name));
  if (node.item) return below(node.item, '*');
  if (node.wrapped) return wordsIn(node.wrapped, path);
  if (node.type === 'picklist' || node.options === undefined) return [];
  return [...new Set(node.options.flatMap((option) => wordsIn(option, path)))];
}

const WRITES = ANSWERED.api.filter(({ definition }) => definition.kind === 'write');

describe('the words that a write takes', () => {
  const texts = WRITES.flatMap(({ definition }) =>
    wordsIn(definition.input as unknown as Node).map((field) => `${definition.name} ${field}`),
  );
  const checked = WRITES.flatMap(({ definition, words = [] }) =>
    words.map((field) => `${definition.name} ${field}`),
  );

  it('are checked, or have a reason why others do not see them', () => {
    expect(texts.filter((text) => !checked.includes(text)).sort()).toEqual(
      Object.keys(UNCHECKED).sort(),
    );
  });

  it('are named as the contract names them', () => {
    expect(checked.filter((text) => !texts.includes(text))).toEqual([]);
  });
});
