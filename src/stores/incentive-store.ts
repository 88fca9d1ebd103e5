import { makeAutoObservable, observable } from 'mobx';

import type { InputOf, OutputOf } from '../contract/endpoints';
import type { Forecast, PlanOutlook } from '../domain/forecast';
import type { AwardAnswer, Progress } from '../domain/incentive';
import {
  MAX_KNOWN_RULE_SETS,
  ruleSetKeyOf,
  type MetricId,
  type RuleSet,
} from '../domain/incentive/rule-set';
import type { ChinaDay } from '../domain/time';
import type { Loadable } from './loadable';
import { LoadableMap } from './loadable-map';
import type { Paged } from './paged';
import { PagedMap } from './paged-map';
import type { Result } from './result';
import type { Settings } from './settings';
import type { StoreContext } from './store-context';

/** Whose progress, in which China year. `hostId` null: the store's. */
export interface ProgressSubject {
  shopId: string;
  hostId: string | null;
  year: number;
}

/** A subject whose progress under one scheme another page asks the progress page to show. */
export interface AskedProgress extends ProgressSubject {
  schemeId: string;
}

/** What the cloud answers, without the rule sets, which are kept once by their keys. */
export type ProgressView = Omit<OutputOf<'incentive.progress'>, 'ruleSets'>;

/** One scheme's answer with its rule set, which has the words. */
export interface Scheme {
  ruleSet: RuleSet;
  progress: Progress;
}

/** The figure that is explained; of sales perhaps only a China month. */
export interface ExplainSubject extends ProgressSubject {
  metric: MetricId;
  month: string | null;
}

/** What a figure comes from: entries, readings or declarations. */
export type Leaf =
  | { of: 'entries'; item: Extract<Leaves, { of: 'entries' }>['items'][number] }
  | { of: 'readings'; item: Extract<Leaves, { of: 'readings' }>['items'][number] }
  | { of: 'facts'; item: Extract<Leaves, { of: 'facts' }>['items'][number] };
type Leaves = OutputOf<'incentive.explain'>['leaves'];

/** Figures to try without a login, and what they came to. */
export type PrecheckAnswer = OutputOf<'incentive.precheck'>;

const PRECHECK = 'precheck';
function progressKey({ shopId, hostId, year }: ProgressSubject): string {
  return [shopId, hostId ?? '', year].join('/');
}
function explainKey(subject: ExplainSubject): string {
  return [progressKey(subject), subject.metric, subject.month ?? ''].join('/');
}

function leafId(leaf: Leaf): string {
  return leaf.of === 'readings' ? `${leaf.item.accountId} ${leaf.item.readOn}` : leaf.item.id;
}

function toLeaves(leaves: Leaves): Leaf[] {
  switch (leaves.of) {
    case 'entries':
      return leaves.items.map((item) => ({ of: 'entries', item }));
    case 'readings':
      return leaves.items.map((item) => ({ of: 'readings', item }));
    case 'facts':
      return leaves.items.map((item) => ({ of: 'facts', item }));
  }
}

function outlookIn({ outlooks }: ProgressView, ruleSet: RuleSet, { awardId }: AwardAnswer) {
  const key = ruleSetKeyOf(ruleSet);
  return outlooks.find((outlook) => outlook.ruleSetKey === key && outlook.awardId === awardId);
}

/** Progress towards the tiers, with the rule sets it was worked out by. */
export class IncentiveStore {
  private readonly progresses: LoadableMap<ProgressView>;
  private readonly pastAnswers: LoadableMap<ProgressView>;
  private readonly explanations: PagedMap<Leaf>;
  private readonly prechecks: LoadableMap<PrecheckAnswer>;
  private readonly ruleSets = observable.map<string, RuleSet>({}, { deep: false });
  private readonly subjects = new Map<string, ProgressSubject>();
  private asked: AskedProgress | null = null;
  /** Whether the schemes of other places are shown too. */
  withComparison: boolean;

  constructor(
    private readonly context: StoreContext,
    private readonly settings: Settings,
  ) {
    this.withComparison = settings.withComparison;
    this.progresses = new LoadableMap(context.now);
    this.pastAnswers = new LoadableMap(context.now);
    this.explanations = new PagedMap(context.now, leafId);
    this.prechecks = new LoadableMap(context.now);
    makeAutoObservable<
      this,
      | 'context'
      | 'settings'
      | 'progresses'
      | 'pastAnswers'
      | 'explanations'
      | 'prechecks'
      | 'ruleSets'
      | 'subjects'
      | 'asked'
    >(this, {
      context: false,
      settings: false,
      progresses: false,
      pastAnswers: false,
      explanations: false,
      prechecks: false,
      ruleSets: false,
      subjects: false,
      asked: false,
    });
  }

  /** Has the progress page, which is a tab without a query, show a subject under one scheme. */
  ask(asked: AskedProgress): void {
    this.asked = asked;
  }

  /** What was asked for last, once. */
  takeAsked(): AskedProgress | null {
    const { asked } = this;
    this.asked = null;
    return asked;
  }

  /** Progress of a host or a store in a year. */
  progress(subject: ProgressSubject): Loadable<ProgressView> {
    return this.progresses.get(progressKey(subject));
  }

  /** The schemes of an answer, the one that covers the year first; words are found by ids. */
  schemes(answer: Pick<ProgressView, 'schemes'>): Scheme[] {
    return answer.schemes.flatMap(({ ruleSetKey, progress }) => {
      const ruleSet = this.ruleSets.get(ruleSetKey);
      return ruleSet ? [{ ruleSet, progress }] : [];
    });
  }

  /** The schemes of an answer that are this place's own. */
  ownSchemes(answer: Pick<ProgressView, 'schemes'>): Scheme[] {
    return this.schemes(answer).filter(({ ruleSet }) => ruleSet.forComparison !== true);
  }

  /** Shows or hides the schemes of other places, and reads again what was read before. */
  async compare(isOn: boolean): Promise<void> {
    this.withComparison = isOn;
    this.settings.withComparison = isOn;
    await Promise.all([...this.subjects.values()].map((subject) => this.load(subject)));
  }

  /** The forecast that came with an answer; null for an award that does not measure sales. */
  outlook(view: ProgressView, ruleSet: RuleSet, award: AwardAnswer): Forecast | null {
    return outlookIn(view, ruleSet, award)?.forecast ?? null;
  }

  /** What planned sessions come to; null for an award that does not measure sales. */
  plan(view: ProgressView, ruleSet: RuleSet, award: AwardAnswer): PlanOutlook | null {
    // A copy that an earlier version kept has none.
    return outlookIn(view, ruleSet, award)?.plan ?? null;
  }

  /** A rule set that was read with some answer. */
  ruleSet(key: string): RuleSet | null {
    return this.ruleSets.get(key) ?? null;
  }

  /** The newest version of a scheme that was read with some answer. */
  ruleSetOf(ruleSetId: string | null): RuleSet | null {
    return [...this.ruleSets.values()].filter((own) => own.ruleSetId === ruleSetId).pop() ?? null;
  }

  /** Keys of the rule sets held here: the cloud need not send them again. */
  get heldRuleSets(): string[] {
    return [...this.ruleSets.keys()].slice(-MAX_KNOWN_RULE_SETS);
  }

  /** What the three questions came to. */
  get precheckAnswer(): Loadable<PrecheckAnswer> {
    return this.prechecks.get(PRECHECK);
  }

  /** What a figure comes from, as far as it is read. */
  explanation(subject: ExplainSubject): Paged<Leaf> {
    return this.explanations.get(explainKey(subject));
  }

  /** Reads progress; shows the copy on this device meanwhile. */
  async load(subject: ProgressSubject): Promise<void> {
    const key = progressKey(subject);
    this.restoreCopy(subject);
    await this.progresses.load(
      key,
      () => this.context.gateway.read('incentive.progress', this.inputFor(subject, null)),
      (answer) => this.accept(key, answer),
    );
  }

  /** The answer as it was at the end of an earlier China day. */
  asOf(subject: ProgressSubject, day: ChinaDay): Loadable<ProgressView> {
    return this.pastAnswers.get(`${progressKey(subject)}/${day}`);
  }

  /** Reads an earlier day's answer. It is not kept on the device: it is not needed offline. */
  async loadAsOf(subject: ProgressSubject, day: ChinaDay): Promise<void> {
    await this.pastAnswers.load(
      `${progressKey(subject)}/${day}`,
      () => this.context.gateway.read('incentive.progress', this.inputFor(subject, day)),
      ({ ruleSets, ...view }) => {
        this.holdRuleSets(ruleSets);
        return view;
      },
    );
  }

  /** Reads every progress of the store again that was read before: its money or facts changed. */
  async refresh(shopId: string): Promise<void> {
    const subjects = [...this.subjects.values()].filter((subject) => subject.shopId === shopId);
    await Promise.all(subjects.map((subject) => this.load(subject)));
  }

  /** The three questions; nothing of it is stored. */
  precheck(input: InputOf<'incentive.precheck'>): Promise<Result<PrecheckAnswer>> {
    return this.prechecks.load(
      PRECHECK,
      () => this.context.gateway.publicRead('incentive.precheck', input),
      (answer) => {
        this.holdRuleSets(answer.ruleSets);
        return answer;
      },
    );
  }

  /** Reads the first page of what a figure comes from. */
  loadExplanation(subject: ExplainSubject): Promise<void> {
    return this.explanations.loadFirst(
      explainKey(subject),
      (cursor) => this.context.gateway.read('incentive.explain', { ...subject, cursor }),
      ({ leaves, cursor }) => ({ items: toLeaves(leaves), cursor }),
    );
  }

  /** Reads the next page, unless all is read or some is being read. */
  loadMoreExplanation(subject: ExplainSubject): Promise<void> {
    return this.explanations.loadMore(
      explainKey(subject),
      (cursor) => this.context.gateway.read('incentive.explain', { ...subject, cursor }),
      ({ leaves, cursor }) => ({ items: toLeaves(leaves), cursor }),
    );
  }

  reset(): void {
    this.progresses.reset();
    this.pastAnswers.reset();
    this.explanations.reset();
    this.prechecks.reset();
    this.ruleSets.clear();
    this.subjects.clear();
    this.asked = null;
    this.withComparison = this.settings.withComparison;
  }

  /** A progress that came with another answer. */
  put(subject: ProgressSubject, answer: OutputOf<'incentive.progress'>): void {
    const key = progressKey(subject);
    this.progresses.put(key, this.accept(key, answer));
  }

  /** What every reading of progress asks for beside its subject. */
  get askedWith() {
    const { promotionsOff, withComparison } = this.settings;
    return { withComparison, promotionsOff, knownRuleSets: this.heldRuleSets };
  }

  private inputFor(subject: ProgressSubject, asOf: ChinaDay | null): InputOf<'incentive.progress'> {
    return { ...subject, asOf, ...this.askedWith };
  }

  private accept(key: string, answer: OutputOf<'incentive.progress'>): ProgressView {
    const { ruleSets, ...view } = answer;
    this.holdRuleSets(ruleSets);
    this.context.copies.write(`progress/${key}`, view, this.context.now());
    return view;
  }

  /** Shows the copy on this device while nothing is read, and reads the subject when it changes. */
  restoreCopy(subject: ProgressSubject): void {
    const key = progressKey(subject);
    this.subjects.set(key, subject);
    if (this.progresses.keys().includes(key)) return;
    const copy = this.context.copies.read<ProgressView>(`progress/${key}`);
    if (!copy) return;
    for (const { ruleSetKey } of copy.value.schemes) {
      const rules = this.context.copies.read<RuleSet>(`rule-set/${ruleSetKey}`);
      if (!rules) return;
      this.ruleSets.set(ruleSetKey, rules.value);
    }
    this.progresses.restore(key, copy);
  }

  /** Keeps rule sets that came with an answer. */
  holdRuleSets(ruleSets: readonly RuleSet[]): void {
    for (const ruleSet of ruleSets) {
      const key = ruleSetKeyOf(ruleSet);
      this.ruleSets.set(key, ruleSet);
      this.context.copies.write(`rule-set/${key}`, ruleSet, this.context.now());
    }
  }
}
