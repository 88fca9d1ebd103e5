import type { RuleSet } from '../../src/domain/incentive/rule-set';
import type { DeclaredFact } from '../../src/domain/incentive/facts';
import type { KeptMark } from '../../src/domain/console/marks';
import type { Checklist } from '../../src/domain/duty/checklist';
import type {
  Correction,
  IdentityCheck,
  Mark,
  Seller,
  TickedItem,
} from '../../src/domain/duty/record';
import type { Disclosure } from '../../src/domain/shop/disclosure';
import type { AheadSession } from '../../src/domain/live-session/ahead';
import type { PieceRecord } from '../../src/domain/live-session/evening';
import type { HistoryLine } from '../../src/domain/live-session/history';
import type { LiveSessionRun } from '../../src/domain/live-session/live-session';
import type { KeptHost } from '../../src/domain/live-session/hosts';
import type { LiveSessionStage } from '../../src/domain/live-session/stage';
import type { Place, Revision } from '../../src/domain/sales/revisions';
import type { RecentAmount } from '../../src/domain/sales/oddities';
import type { ReportsOfDay } from '../../src/domain/review/report';
import type { Team } from '../../src/domain/shop/team';
import type { Ownership, PastBusiness } from '../../src/domain/shop/history';
import type { Verification } from '../../src/domain/shop/identity';
import type { Platform } from '../../src/domain/shop/platform';
import type { HostScope } from '../../src/domain/sales/host-scopes';
import type { ScopeTotals } from '../../src/domain/sales/scope';
import type { YearTotals } from '../../src/domain/sales/year-totals';
import type {
  Age,
  HuaduTown,
  LegalForm,
  LineOfBusiness,
  PlaceKind,
  Role,
} from '../../src/domain/shop/shop';
import type { WaitingText } from '../../src/domain/words/waiting';
import type { FollowCountDoc, FollowsDoc, PageCountDoc } from './audience-documents';
import type { ReviewDoc, ReviewHoldDoc } from './review-documents';
import type { CollectionName } from './schema';

/** Every document has its id. Instants are UTC ISO strings, days China days, money fen. */
interface Stored {
  _id: string;
}

/** An account on a platform, embedded in its store. */
export interface AccountRecord {
  id: string;
  platform: Platform;
  name: string;
  hostId: string | null;
  /** The account's id in WeChat, of one on Channels; null where its people gave none. */
  finderUserName: string | null;
  /** Oldest first; the last one is `hostId`. */
  owners: Ownership[];
}

/** A store. */
export interface ShopDoc extends Stored {
  name: string;
  legalForm: LegalForm;
  lineOfBusiness: LineOfBusiness;
  /** Oldest first; the last one is `lineOfBusiness`. */
  businesses: PastBusiness[];
  place: { where: PlaceKind; town: HuaduTown | null; movingOn: string | null };
  age: Age | null;
  intro: string;
  /** Private contact, encrypted: see `cloud/repositories/secrets.ts`. */
  sealedPhone: string | null;
  accounts: AccountRecord[];
  disclosure: Disclosure;
  disclosureConsentAt: string | null;
  isPublished: boolean;
  /** Published and verified: shown in discovery. */
  isListed: boolean;
  /** Order in discovery, latest published first. */
  listedKey: string;
  verification: Verification;
  /** Why and since when the operator does not show its pages; null while they are shown. */
  suspension: SuspensionRecord | null;
  /** Hosts of the store: where there are any, money names one of them. */
  hostCount: number;
  /** Readings of the accounts that are no host's own, as in a host. */
  followersByYear: FollowersByYear;
  facts: DeclaredFact[];
  registeredAt: string;
  /** What was typed beside the words that others see, until it is decided about. */
  waiting: WaitingText[];
  version: number;
}

/** A person's place in a store. */
export interface SeatRecord {
  role: Role;
  /** The host of the store whom they are; one with the host's role sees this one's money only. */
  hostId: string | null;
  joinedAt: string;
}

/** A store's pages are not shown for now. */
export interface SuspensionRecord {
  at: string;
  /** What its people read. */
  words: string;
  /** The report on which it rests. */
  reviewId: string;
  /** When its people asked to be shown again; null: not yet. */
  appealedAt: string | null;
}

/** A person who checks for the operator. */
export interface VerifierRecord {
  /** The name under which their decisions stand; seen by other verifiers only. */
  name: string;
  grantedAt: string;
}

/** Words that could not be checked: of what, and the review that asks about them. */
export interface UncheckedRecord {
  subjectId: string;
  reviewId: string;
}

/** A person with every place they have; `_id` is the person. It never leaves the cloud. */
export interface PersonDoc extends Stored {
  /** The stores that they reported on their latest day of reporting; null: none yet. */
  reports: ReportsOfDay | null;
  /** Granted and removed by an operator's command; null for everyone else. */
  verifier: VerifierRecord | null;
  /** By the id of the store. */
  seats: Record<string, SeatRecord>;
  /**
   * Hosts as whom the person has joined, oldest first. A store may have unlinked them since: whether
   * the person still is one, `personId` of the host decides.
   */
  hostIds: string[];
  /** What they wrote while the check gave no answer, the latest last: it is checked again. */
  unchecked: UncheckedRecord[];
}

/** The people of a store, once its owner has invited anyone; `_id` is the store's. */
export interface TeamDoc extends Stored, Team {
  /** Hashes of the codes of open invitations, by which one is found. */
  codes: string[];
}

/** A reading of one account. */
export interface ReadingRecord {
  accountId: string;
  platform: Platform;
  count: number;
  readOn: string;
}

/** The same with the moment at which it was recorded, which is after that of the one it replaces. */
export interface KeptReadingRecord extends ReadingRecord {
  recordedAt: string;
}

/** China year → account's suffix → latest reading of that year. */
export type FollowersByYear = Record<string, Record<string, KeptReadingRecord>>;

/** A host of a store. */
export interface HostDoc extends Stored {
  shopId: string;
  name: string;
  facts: DeclaredFact[];
  /** Readings of the host's own accounts. */
  followersByYear: FollowersByYear;
  /** The person who joined as this host; never leaves the cloud. */
  personId: string | null;
  /** Whether the host has left: kept for what they sold, not offered any more. */
  isRetired: boolean;
  /** Whether the name is the store's: a streamer's own host until it is renamed apart. */
  followsShop: boolean;
  /** Whether the store lets that person see what they sold here. */
  isSharingSums: boolean;
  addedAt: string;
  /** What was typed beside the words that others see, until it is decided about. */
  waiting: WaitingText[];
  /** Counts the changes of name and of whether the host has left. */
  version: number;
}

/** A dated reading, kept for good. */
export interface FollowerReadingDoc extends Stored, KeptReadingRecord {
  shopId: string;
  recordedBy: string;
}

/** A goods teaser. */
export interface TeaserRecord {
  name: string;
  priceFen: number | null;
  priceBasis: string | null;
}

/** The fields that steps and edits of a session change; taking one back restores them. */
export interface SessionPlan extends LiveSessionRun {
  title: string;
  /** Who presents, the main host first. */
  hosts: KeptHost[];
  accountId: string | null;
  platform: Platform | null;
  accountName: string | null;
  goalFen: number | null;
  teasers: TeaserRecord[];
  isAiPresenter: boolean;
  precision: 'instant' | 'day';
  /** China day on which amounts are booked that are recorded for it. */
  bookedOn: string;
  /** Clock time and length of its series, see `clockOf`: with others it was moved apart. */
  seriesClock: string | null;
  /** What was typed beside the words that others see, until it is decided about. */
  waiting: WaitingText[];
}

/** A line of a session's history. */
export type SessionLine = HistoryLine<Partial<SessionPlan>>;

/** Withdrawn facts that moved away from a host, or from a store; `_id` is that of the first one. */
export interface OlderFactsDoc extends Stored {
  shopId: string;
  /** The host's id, or the store's. */
  subjectId: string;
  movedAt: string;
  facts: DeclaredFact[];
}

/** A live session. Names of its store, account and hosts count once it is over: see `namesOf`. */
export interface LiveSessionDoc extends Stored, SessionPlan {
  shopId: string;
  shopName: string;
  /** Whether anything was ever recorded for it. */
  isBooked: boolean;
  stage: LiveSessionStage;
  /** `<start>#<id>`: unique, so that a cursor is one string. */
  sortKey: string;
  /** The series that it was planned with; null for one of its own. */
  seriesId: string | null;
  /** The evening that it is a piece of; null for one of its own. */
  parentId: string | null;
  /** The other pieces of the evening that it is the first piece of, by their start. */
  pieces: PieceRecord[];
  /** Whether it is a further piece of an evening: then lists show the evening in its place. */
  isPiece: boolean;
  /** Hosts, account and pairs of both under which it is found. */
  keys: string[];
  /** Parts of its title by which it is found, and the text that a search is compared with. */
  grams: readonly string[];
  foundAs: string;
  /** Kept sums, one scope for each host and day with entries. */
  scopes: HostScope[];
  /** Amounts recorded in the last ten minutes, the latest first. */
  recentAmounts: RecentAmount[];
  /** When its entries last changed; null when it never had any. */
  entriesAt: string | null;
  /** The latest changes, oldest first. */
  history: SessionLine[];
  /** Pages of older changes in `session_history`. */
  historyPages: number;
  version: number;
}

/** Older lines of a session's history; `_id` is `<session>:<page>`, from 1. */
export interface SessionHistoryDoc extends Stored {
  shopId: string;
  sessionId: string;
  page: number;
  lines: SessionLine[];
}

/** What lists show of a store; kept with every change of the store. */
export interface ShopCardRecord {
  name: string;
  intro: string;
  accounts: { id: string; platform: Platform; name: string }[];
  /** What everyone sees of it. */
  verification: { state: 'unverified' | 'verified'; on: string | null };
}

/** What lists of a store need beside its sessions; `_id` is the store's. */
export interface StorefrontDoc extends Stored {
  /** Published and verified: shown in discovery. */
  isListed: boolean;
  /** What lists show of the store itself. */
  card: ShopCardRecord;
  /** Current names of its hosts, by the suffix of their id. */
  hostNames: Record<string, string>;
  sessions: AheadSession[];
  completeUntil: string | null;
  /** `<end by which discovery sorts it>#<store>`, see `leadingEnd`; empty while nothing is ahead. */
  nextKey: string;
  /** `<instant at which nextKey changed>#<store>`: a list that is being paged finds what moved. */
  movedKey: string;
  /** When a session of the list is over, so that it has to be looked at again. */
  dueAt: string;
  version: number;
}

/** Kept sums of an account's day outside any session. */
export interface SalesDayDoc extends Stored {
  shopId: string;
  scope: ScopeTotals;
  /** Amounts recorded in the last ten minutes, the latest first. */
  recentAmounts: RecentAmount[];
  /** When its amounts last changed; null where none was recorded. */
  entriesAt: string | null;
}

/** An entry of the ledger with its corrections. Where it belongs never changes. */
export interface SalesEntryDoc extends Stored, Place {
  sessionTitle: string | null;
  revisions: Revision[];
  /** Whether one of the revisions counts. */
  isCounted: boolean;
  /** Day of the refund that counts; null where it is not known, and for what is no refund. */
  returnedOn: string | null;
  /** `<booked on>#<recorded at>#<id>`. */
  sortKey: string;
}

/** Kept totals of a host in a China year, or of what a store sold without naming a host. */
export interface YearTotalsDoc extends Stored, YearTotals {
  shopId: string;
  /** The host's id, or the store's for sales that name no host. */
  subjectId: string;
  year: number;
  /** All that its sums were ever raised by: a bound of each of them, see `raisedBy`. */
  raisedFen: number;
}

/** Kept totals of some of a store's hosts in a China year: see `inShopYear`. */
export interface ShopYearDoc extends Stored, Omit<YearTotals, 'days' | 'returns'> {
  shopId: string;
  year: number;
  /** Which of the store's documents of the year it is. */
  shard: number;
  raisedFen: number;
}

/** What a store states of a session and checked for it; `_id` is the session's. */
export interface DutyRecordDoc extends Stored {
  shopId: string;
  identity: IdentityCheck | null;
  licence: Mark | null;
  /** null: the store itself. */
  seller: Seller | null;
  isAiPresenter: boolean;
  /** When seller and presenter were last stated; null: never. */
  confirmed: Mark | null;
  /** The instant of `confirmed`, by which the last statement of a store is found. */
  confirmedAt: string | null;
  corrections: readonly Correction[];
  listId: string | null;
  listName: string | null;
  items: readonly TickedItem[];
  /** Counts the statements. */
  version: number;
  /** Counts every change. */
  revision: number;
}

/** What was tapped in the console of a session, in the order in which it came in; `_id` is the session's. */
export interface ConsoleLogDoc extends Stored {
  shopId: string;
  marks: readonly KeptMark[];
}

/** The lists of a store, once it has changed them; `_id` is the store's. */
export interface ChecklistsDoc extends Stored {
  lists: readonly Checklist[];
  version: number;
}

/** A published rule set; `_id` is `<id>.v<version>`. */
export interface RuleSetDoc extends Stored {
  isCurrent: boolean;
  publishedAt: string;
  ruleSet: RuleSet;
}

/**
 * One acknowledged write: a request key belongs to one write of one person, whatever it is for. `_id`
 * is made of the person and the request key.
 */
export interface ChangeDoc extends Stored {
  shopId: string;
  personId: string;
  endpoint: string;
  /** Hash of the checked input: the same key for something else is refused. */
  inputHash: string;
  /** The packed answer for a repeat, see `packAnswer`; null once it is dropped. */
  answer: string | null;
  /** Until when the answer is kept; null once it is dropped. */
  answerEndsAt: string | null;
  at: string;
}

/** Since when the data have had a schema version; `_id` is `v<version>`. */
export interface SchemaVersionDoc extends Stored {
  version: number;
  since: string;
}

/** The documents of each collection. */
export interface Documents extends Record<CollectionName, Stored> {
  shops: ShopDoc;
  people: PersonDoc;
  teams: TeamDoc;
  hosts: HostDoc;
  follower_readings: FollowerReadingDoc;
  older_facts: OlderFactsDoc;
  live_sessions: LiveSessionDoc;
  session_history: SessionHistoryDoc;
  storefronts: StorefrontDoc;
  sales_days: SalesDayDoc;
  sales_entries: SalesEntryDoc;
  year_totals: YearTotalsDoc;
  shop_years: ShopYearDoc;
  duty_records: DutyRecordDoc;
  console_logs: ConsoleLogDoc;
  checklists: ChecklistsDoc;
  follows: FollowsDoc;
  follow_counts: FollowCountDoc;
  page_counts: PageCountDoc;
  reviews: ReviewDoc;
  review_holds: ReviewHoldDoc;
  rule_sets: RuleSetDoc;
  changes: ChangeDoc;
  schema_versions: SchemaVersionDoc;
}
