import type { LinkTag } from './domain/audience/audience';

/** How a parameter is written into a query and read from it. */
type ParamKind = 'text' | 'number';
type Params = Readonly<Record<string, ParamKind>>;
type NoParams = Readonly<Record<never, never>>;
type ValueOf<Kind extends ParamKind> = Kind extends 'number' ? number : string;

/** What a URL of the page is made of: required parameters, and optional ones that may be null. */
export type QueryOf<Required extends Params, Optional extends Params> = {
  readonly [K in keyof Required]: ValueOf<Required[K]>;
} & { readonly [K in keyof Optional]?: ValueOf<Optional[K]> | null };

/** What a page reads from its query. Anyone can open any URL, so every parameter may be missing. */
export type ReadQuery<Required extends Params, Optional extends Params> = {
  readonly [K in keyof Required | keyof Optional]: K extends keyof Required
    ? ValueOf<Required[K]> | null
    : K extends keyof Optional
      ? ValueOf<Optional[K]> | null
      : never;
};

/** A page without required parameters is opened without a query. */
type Arguments<Required extends Params, Optional extends Params> = keyof Required extends never
  ? [query?: QueryOf<Required, Optional>]
  : [query: QueryOf<Required, Optional>];

/** Parameters as the platform gives them: encoded text, with others that it adds itself. */
export type RawQuery = Readonly<Record<string, string | undefined>>;

/** A page of the mini program: where it is, and what it is opened with. */
export interface Page<Required extends Params = Params, Optional extends Params = Params> {
  /** `/pages/shop/index`, without a query. */
  readonly path: string;
  /** The path with its query; an optional parameter that is null or absent is left out. */
  url(...query: Arguments<Required, Optional>): string;
  /** The parameters of the page; one that is missing or does not decode is null. */
  read(raw: RawQuery): ReadQuery<Required, Optional>;
}

function decode(value: string | undefined): string | null {
  if (value === undefined || value === '') return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

function readParam(kind: ParamKind, value: string | undefined): string | number | null {
  const text = decode(value);
  if (text === null || kind === 'text') return text;
  return /^-?\d{1,15}$/.test(text) ? Number(text) : null;
}

function page<const Required extends Params = NoParams, const Optional extends Params = NoParams>(
  path: string,
  required?: Required,
  optional?: Optional,
): Page<Required, Optional> {
  const params = Object.entries({ ...required, ...optional } as Params);
  return {
    path,
    url: (...[query = {}]) => {
      const values = query as Readonly<Record<string, string | number | null | undefined>>;
      const pairs = params.flatMap(([name]) => {
        const value = values[name] ?? null;
        return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
      });
      return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
    },
    read: (raw) =>
      Object.fromEntries(
        params.map(([name, kind]) => [name, readParam(kind, raw[name])]),
      ) as ReadQuery<Required, Optional>,
  };
}

/** A subject of an award: a host of a store or, without one, the store; in a China year. */
const SUBJECT = { hostId: 'text', year: 'number' } as const;
const AWARD = { hostId: 'text', year: 'number', scheme: 'text', awardId: 'text' } as const;
const TIER = { ...AWARD, tierId: 'text', conditionId: 'text' } as const;

/** Every page; no path is spelled anywhere else. */
export const PATHS = {
  home: page('/pages/home/index'),
  sessions: page('/pages/sessions/index'),
  progress: page('/pages/progress/index'),
  me: page('/pages/me/index'),
  shop: page('/pages/shop/index', { id: 'text' }, { from: 'text' }),
  shopSessions: page('/pages/shop/sessions/index', { shopId: 'text' }, { which: 'text' }),
  publicSession: page('/pages/live-session/index', { id: 'text' }, { from: 'text' }),
  follows: page('/pages/follows/index'),
  stored: page('/pages/stored/index'),
  report: page('/pages/report/index', { shopId: 'text' }, { sessionId: 'text' }),
  /** Of one scheme: the link carries its id and nothing that a person typed. */
  precheck: page('/pages/precheck/index', {}, { scheme: 'text' }),
  reviews: page('/verifier/queue/index'),
  review: page('/verifier/review/index', { id: 'text' }),
  register: page('/merchant/register/index'),
  editShop: page('/merchant/edit-shop/index', { shopId: 'text' }),
  hosts: page('/merchant/hosts/index', { shopId: 'text' }),
  team: page('/merchant/team/index', { shopId: 'text' }, { hostId: 'text' }),
  join: page('/merchant/join/index', {}, { code: 'text' }),
  correct: page('/merchant/correct/index', { id: 'text' }),
  plan: page(
    '/merchant/plan/index',
    { shopId: 'text' },
    { sessionId: 'text', againId: 'text', count: 'number' },
  ),
  startNow: page('/merchant/start-now/index', { shopId: 'text' }),
  session: page('/merchant/live-session/index', { id: 'text' }),
  console: page('/merchant/console/index', { id: 'text' }),
  findSessions: page(
    '/merchant/find/index',
    { shopId: 'text' },
    { filter: 'number', tab: 'text', from: 'text', to: 'text', hostId: 'text' },
  ),
  calendar: page('/merchant/calendar/index', { shopId: 'text' }),
  duty: page('/merchant/duty/index', { id: 'text' }),
  checklists: page('/merchant/checklists/index', { shopId: 'text' }),
  dutyExport: page('/merchant/duty-export/index', { shopId: 'text' }),
  record: page(
    '/merchant/record/index',
    { shopId: 'text' },
    { sessionId: 'text', entryId: 'text', hostId: 'text' },
  ),
  backfill: page('/merchant/backfill/index', { shopId: 'text' }),
  applicant: page('/merchant/applicant/index', { shopId: 'text' }, SUBJECT),
  explain: page('/merchant/explain/index', { shopId: 'text' }, TIER),
  award: page('/merchant/award/index', { shopId: 'text' }, AWARD),
  schemes: page('/merchant/schemes/index', { shopId: 'text' }, SUBJECT),
  final: page('/merchant/final/index', { shopId: 'text' }, AWARD),
  past: page('/merchant/past/index', { shopId: 'text' }, AWARD),
  forecast: page('/merchant/forecast/index', { shopId: 'text' }, AWARD),
  whatIf: page('/merchant/what-if/index', { shopId: 'text' }, AWARD),
  statement: page('/merchant/statement/index', { shopId: 'text' }, SUBJECT),
  ladder: page('/merchant/ladder/index', { shopId: 'text' }, { year: 'number' }),
  unassigned: page('/merchant/unassigned/index', { shopId: 'text' }),
  ownSums: page('/merchant/own-sums/index'),
} as const;

/** The address of a public page as a link carries it that was put somewhere. */
export function linkTo(page: 'shop' | 'publicSession', id: string, from: LinkTag): string {
  return PATHS[page].url({ id, from });
}

/** Names of the pages, see {@link PATHS}. */
export type PageName = keyof typeof PATHS;

/** The pages of the tab bar, in its order. */
export const TABS = ['home', 'sessions', 'progress', 'me'] as const satisfies PageName[];
