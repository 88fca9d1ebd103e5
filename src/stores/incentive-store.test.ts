import { describe, expect, it } from 'vitest';

import { evaluateSchemes, ruleSetKeyOf, type RuleSet } from '../domain/incentive';
import { precheckSchemes } from '../domain/incentive/precheck';
import { previewProgress } from '../domain/incentive/preview';
import type { EntryKind, SalesEntry } from '../domain/sales';
import { figuresOf, sumsOf } from '../domain/sales/preview.fixture';
import rules from '../incentives/huadu-2020.v3.json';
import { FakeCloud, fakeAdapters, fakeStorage, START } from './fake-adapters.fixture';
import { buildEntry, HOST_ID, SHOP_ID } from './records.fixture';
import { createRootStore } from './root-store';

// The file is checked by the domain's own tests; JSON widens its literals.
const RULES = rules as unknown as RuleSet;
const KEY = ruleSetKeyOf(RULES);
const SUBJECT = { shopId: SHOP_ID, hostId: HOST_ID, year: 2026 };

function entryOf(id: string, kind: EntryKind, yuan: number): SalesEntry {
  return {
    ...buildEntry(1, { kind, amountFen: yuan * 100 }),
    id,
    shopId: SHOP_ID,
    batchId: null,
    replacedBy: null,
    undoneAt: null,
  };
}
function answerOf(entries: SalesEntry[], ruleSets: RuleSet[]) {
  const sums = sumsOf(entries);
  const known = { sums, facts: [], followers: [], asOf: START, year: 2026 };
  const subject = { kind: 'host' as const, id: HOST_ID, name: '阿棉' };
  const input = { ...known, settledFen: null, lineOfBusiness: 'streamer' as const, subject };
  return {
    ...known,
    subject,
    lastYear: null,
    months: null,
    settlement: null,
    path: null,
    outlooks: [],
    schemes: evaluateSchemes([RULES], input),
    ruleSets,
  };
}

describe('IncentiveStore', () => {
  it('asks for the rule set once, and previews with the engine of the cloud', async () => {
    const before = [entryOf('a', 'paid', 9_990_000)];
    const cloud = new FakeCloud()
      .answer('incentive.progress', answerOf(before, [RULES]))
      .answer('incentive.progress', answerOf(before, []));
    const { incentives } = createRootStore(fakeAdapters(cloud));
    await incentives.load(SUBJECT);
    await incentives.load(SUBJECT);
    const known = cloud.calls.map(
      ({ input }) => (input as { knownRuleSets: unknown }).knownRuleSets,
    );
    expect(known).toEqual([[], [KEY]]);

    const entry = entryOf('b', 'paid', 20_000);
    const view = incentives.progress(SUBJECT).value!;
    const change = { entry, replaces: null, changedOn: '2026-11-23', figures: figuresOf(before) };
    const [scheme] = incentives.schemes(view);
    const preview = previewProgress(view, scheme!.ruleSet, 'streamer', change);
    expect(preview).toEqual(answerOf([...before, entry], []).schemes[0]?.progress);
    expect(preview).not.toEqual(answerOf(before, []).schemes[0]?.progress);
  });

  it('asks for an earlier day apart from today, and keeps no copy of it', async () => {
    const storage = fakeStorage();
    const today = answerOf([entryOf('a', 'paid', 2)], [RULES]);
    const then = answerOf([entryOf('a', 'paid', 1)], []);
    const cloud = new FakeCloud()
      .answer('incentive.progress', today)
      .answer('incentive.progress', then);
    const { incentives } = createRootStore(fakeAdapters(cloud, { storage }));
    await incentives.load(SUBJECT);
    await incentives.loadAsOf(SUBJECT, '2026-03-01');
    expect(cloud.calls.map(({ input }) => (input as { asOf: unknown }).asOf)).toEqual([
      null,
      '2026-03-01',
    ]);
    expect(incentives.asOf(SUBJECT, '2026-03-01').value?.sums?.paidFen).toBe(100);
    expect(incentives.asOf(SUBJECT, '2026-03-02').value).toBeNull();
    expect(incentives.progress(SUBJECT).value?.sums?.paidFen).toBe(200);
    const offline = new FakeCloud().refuse('incentive.progress', { code: 'offline' });
    const later = createRootStore(fakeAdapters(offline, { storage })).incentives;
    await later.load(SUBJECT);
    expect(later.progress(SUBJECT).value?.sums?.paidFen).toBe(200);
  });

  it('offline shows the copy of this person with its rule set', async () => {
    const storage = fakeStorage();
    const answer = answerOf([entryOf('a', 'paid', 1)], [RULES]);
    const online = createRootStore(
      fakeAdapters(new FakeCloud().answer('incentive.progress', answer), { storage }),
    );
    await online.incentives.load(SUBJECT);

    const offlineFor = async (person: string) => {
      const cloud = new FakeCloud().refuse('incentive.progress', { code: 'offline' });
      const scope = {
        version: '1',
        copyShapes: '1',
        environment: 'test',
        person,
        isIdentified: true,
      };
      const { incentives } = createRootStore(fakeAdapters(cloud, { storage, scope }));
      await incentives.load(SUBJECT);
      return incentives;
    };
    const mine = await offlineFor('lin');
    expect(mine.progress(SUBJECT)).toMatchObject({ isCopy: true, at: START, status: 'error' });
    const shown = mine.schemes(mine.progress(SUBJECT).value!);
    expect(shown.map(({ ruleSet }) => ruleSet)).toEqual([JSON.parse(JSON.stringify(RULES))]);
    const others = await offlineFor('wu');
    expect(others.progress(SUBJECT).value).toBeNull();
  });

  it('keeps the rule set of a pre-check, and pages an explanation without doubles', async () => {
    const answers = {
      lineOfBusiness: 'streamer' as const,
      netFen: null,
      followers: null,
      paidInCapitalFen: null,
      operatingRevenueFen: null,
    };
    const schemes = precheckSchemes([RULES], { ...answers, year: 2026 });
    const subject = { ...SUBJECT, metric: 'net_sales' as const, month: null };
    const entries = (numbers: number[]) => ({
      of: 'entries' as const,
      items: numbers.map((number) => buildEntry(number)),
    });
    const cloud = new FakeCloud()
      .answer('incentive.precheck', { schemes, ruleSets: [RULES] })
      .answer('incentive.explain', { leaves: entries([1, 2]), cursor: 'c' })
      .answer('incentive.explain', { leaves: entries([2, 3]), cursor: null });
    const { incentives } = createRootStore(fakeAdapters(cloud));
    await incentives.precheck(answers);
    const answered = incentives.precheckAnswer.value!;
    expect(answered.schemes).toEqual(schemes);
    expect(incentives.schemes(answered)[0]?.ruleSet).toBe(RULES);
    await incentives.loadExplanation(subject);
    await incentives.loadMoreExplanation(subject);
    const ids = incentives
      .explanation(subject)
      .items.map((leaf) => (leaf.of === 'entries' ? leaf.item.id : leaf.of));
    expect(ids).toEqual([1, 2, 3].map((number) => buildEntry(number).id));
  });
});
