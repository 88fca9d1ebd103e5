type Query = Readonly<Record<string, string | number | null | undefined>>;

function withQuery(page: string, query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return pairs.length === 0 ? page : `${page}?${pairs.join('&')}`;
}

function page(path: string) {
  return (query: Query = {}): string => withQuery(path, query);
}

/** Where each page is; a field of the query that is null is left out. */
export const PATHS = {
  home: page('/pages/home/index'),
  sessions: page('/pages/sessions/index'),
  progress: page('/pages/progress/index'),
  me: page('/pages/me/index'),
  shop: page('/pages/shop/index'),
  publicSession: page('/pages/live-session/index'),
  precheck: page('/pages/precheck/index'),
  register: page('/merchant/register/index'),
  editShop: page('/merchant/edit-shop/index'),
  hosts: page('/merchant/hosts/index'),
  plan: page('/merchant/plan/index'),
  session: page('/merchant/live-session/index'),
  record: page('/merchant/record/index'),
  backfill: page('/merchant/backfill/index'),
  applicant: page('/merchant/applicant/index'),
  explain: page('/merchant/explain/index'),
  award: page('/merchant/award/index'),
  past: page('/merchant/past/index'),
  forecast: page('/merchant/forecast/index'),
  whatIf: page('/merchant/what-if/index'),
  ladder: page('/merchant/ladder/index'),
  ownSums: page('/merchant/own-sums/index'),
} as const;
