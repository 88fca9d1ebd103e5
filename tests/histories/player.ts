// Plays the steps of a history through the endpoints of a cloud, as a person with a phone does.
import type { LocalCloud } from 'local-cloud';
import type { InputOf, OutputOf } from '../../src/contract/endpoints';
import { buildRegistration } from '../testkit/builders';
import { callAs, newKey, type TestCaller } from '../testkit/cloud';
import { buildEdit, everythingIn } from '../testkit/stores';
import { contentOf, expectReused, type Played, playedOf } from './answers';
import { type CallingStep, callOf, type Ids, otherInput } from './calls';
import {
  FIRST_ACCOUNT,
  type History,
  type Label,
  SELF,
  type StatingStep,
  type Step,
} from './steps';

/** The machine was so slow that the clock may have passed the next step: nothing is shown. */
export class ClockOverrun extends Error {}

/** Steps are a second apart, and the clock runs on during a call. */
const MAX_CALL_MS = 900;

type OwnShop = OutputOf<'shop.register'>['shop'];

/** Parts of the answers of writes that carry new ids. */
interface Made {
  readonly entry?: { readonly id: string };
  readonly session?: { readonly id: string };
  readonly host?: { readonly id: string };
  readonly shop?: OwnShop;
  readonly facts?: readonly { readonly id: string }[];
}

/** The store of a history in a cloud, with the ids of its labels. */
export class Player implements Ids {
  readonly owner: TestCaller;
  private ids = new Map<Label, string>();
  private labels = new Map<string, Label>();
  shopId = '';

  constructor(
    readonly cloud: LocalCloud,
    person: string,
  ) {
    this.owner = callAs(cloud, person);
  }

  /** Another person of the store, who has the same ids. */
  beside(person: string): Player {
    const other = new (this.constructor as typeof Player)(this.cloud, person);
    other.ids = this.ids;
    other.labels = this.labels;
    other.shopId = this.shopId;
    return other;
  }

  /** Registers the store. */
  async register({ line, platform, registeredAt }: History): Promise<void> {
    const account = { platform, name: '账号' };
    const input = buildRegistration({ lineOfBusiness: line, account });
    const { shop, hosts } = await this.during(registeredAt, () =>
      this.owner.ok('shop.register', input),
    );
    this.shopId = shop.id;
    this.name(FIRST_ACCOUNT, shop.accounts[0]?.id);
    this.name(SELF, hosts[0]?.id);
  }

  idOf(label: Label | null): string | null {
    if (label === null) return null;
    const id = this.ids.get(label);
    if (id === undefined) throw new Error(`${label} has no id`);
    return id;
  }

  /** The label of an id: null for null, the id itself where the history did not name it. */
  labelOf(id: string | null): string | null {
    return id === null ? null : (this.labels.get(id) ?? id);
  }

  /** Whether the cloud has made what a label names. */
  has(label: Label): boolean {
    return this.ids.has(label);
  }

  /** Gives a label to what the cloud made. */
  name(label: Label, id: string | undefined): void {
    if (id === undefined) return;
    this.ids.set(label, id);
    this.labels.set(id, label);
  }

  /**
   * Does something at an instant of the cloud's clock, which runs on meanwhile.
   * @throws ClockOverrun when it took so long that the clock may have passed the next step
   */
  async during<T>(at: string, work: () => Promise<T>): Promise<T> {
    const began = Date.now();
    this.cloud.setNow(at);
    const result = await work();
    if (Date.now() - began >= MAX_CALL_MS) throw new ClockOverrun(at);
    return result;
  }

  /** Everything that the cloud holds, as a text. */
  stored(): string {
    return JSON.stringify(everythingIn(this.cloud));
  }

  /** Plays a step that writes. */
  async play(step: Exclude<Step, { do: 'check' }>): Promise<Played> {
    switch (step.do) {
      case 'publish':
        return this.publish(step.at);
      case 'addAccount':
        return this.addAccount(step);
      default:
        return this.send(step);
    }
  }

  /** Sends a step without confirming anything: what looks like a slip is refused. */
  async playUnconfirmed(step: StatingStep): Promise<Played> {
    const { endpoint, input } = callOf(this, step);
    const { confirmed: _confirmed, ...asked } = input;
    const answer = await this.during(step.at, () => this.owner.raw(endpoint, asked));
    if (answer.ok) this.nameMade(step, answer.data as Made);
    return playedOf(endpoint, answer);
  }

  /** Sends a step; a repeated one again with the same key, for the same and for something else. */
  private async send(step: CallingStep): Promise<Played> {
    const { endpoint, input: about } = callOf(this, step);
    const isOfVersion = step.do === 'correct' || step.do === 'undoStep';
    const input = isOfVersion ? { ...about, version: await this.versionOf(step) } : about;
    const key = newKey();
    const ask = (asked: unknown) =>
      this.during(step.at, () => this.owner.raw(endpoint, asked, key));
    const first = await ask(input);
    const played = playedOf(endpoint, first);
    if (first.ok) this.nameMade(step, first.data as Made);
    if (step.isRepeated === true) {
      const again = await ask(input);
      if (contentOf(again) !== contentOf(first)) {
        throw new Error(`a repeat of ${endpoint} is answered ${contentOf(again)}`);
      }
      if (first.ok) expectReused(endpoint, await ask(otherInput(input)));
    }
    return played;
  }

  /** The version of a session as its page reads it. */
  private async versionOf({ session, at }: { session: Label; at: string }): Promise<number> {
    const input = { sessionId: this.idOf(session) ?? '' };
    const read = await this.during(at, () => this.owner.ok('liveSession.get', input));
    return read.session.version;
  }

  private async publish(at: string): Promise<Played> {
    const { id: shopId, version } = await this.edit(at, []);
    const input = { shopId, version, isPublished: true, consent: true };
    await this.during(at, () => this.owner.ok('shop.publish', input));
    return { ok: true, data: null, warnings: [] };
  }

  private async addAccount(step: Extract<Step, { do: 'addAccount' }>): Promise<Played> {
    const { at, account, platform, owner } = step;
    const name = `账号 ${account}`;
    const shop = await this.edit(at, [{ id: null, platform, name, hostId: this.idOf(owner) }]);
    this.name(account, shop.accounts.find((each) => each.name === name)?.id);
    return { ok: true, data: null, warnings: [] };
  }

  /** Edits the store: as it is, with a complete disclosure and further accounts. */
  private async edit(at: string, added: InputOf<'shop.update'>['accounts']): Promise<OwnShop> {
    const mine = await this.during(at, () => this.owner.ok('shop.mine', {}));
    const shop = mine.shops.find((each) => each.shop.id === this.shopId)?.shop;
    if (shop === undefined) throw new Error('the store is missing');
    const { lineOfBusiness, accounts, version } = shop;
    const store = { owner: this.owner, shopId: shop.id, hostId: '', accountId: '' };
    const edit = buildEdit(store, version, { lineOfBusiness, accounts: [...accounts, ...added] });
    return (await this.during(at, () => this.owner.ok('shop.update', edit))).shop;
  }

  private nameMade(step: CallingStep, made: Made): void {
    if (step.do === 'backfill' || step.do === 'plan') this.name(step.session, made.session?.id);
    const isMoney = step.do === 'record' || step.do === 'replace' || step.do === 'move';
    if (isMoney) this.name(step.entry, made.entry?.id);
    if (step.do === 'declare') this.name(step.declaration, made.facts?.at(-1)?.id);
    if (step.do !== 'addHost') return;
    this.name(step.host, made.host?.id);
    const own = made.shop?.accounts.find(({ hostId }) => hostId === made.host?.id);
    if (step.account !== null) this.name(step.account.label, own?.id);
  }
}
