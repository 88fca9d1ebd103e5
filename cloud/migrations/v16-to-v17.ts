import type { Collections, Migration, StoredDoc } from './migration';

interface Verification {
  readonly state: string;
  readonly on: string | null;
}

type Fields = Readonly<Record<string, string | null>>;

/** What each legal form discloses. */
const DISCLOSED: Readonly<Record<string, readonly string[]>> = {
  company: ['legalName', 'creditCode', 'address', 'contact'],
  sole_trader: ['legalName', 'operatorName', 'creditCode', 'address', 'contact'],
  individual: ['address', 'contact', 'exemption'],
};

/** What a store shows of itself, by field. */
function claimsOf(shop: StoredDoc): Fields {
  const disclosure = shop['disclosure'] as Fields;
  const place = shop['place'] as Fields;
  const legalForm = String(shop['legalForm']);
  const shown = (field: string): string | null =>
    DISCLOSED[legalForm]?.includes(field) === true ? (disclosure[field] ?? null) : null;
  return {
    name: String(shop['name']),
    legalForm,
    legalName: shown('legalName'),
    operatorName: shown('operatorName'),
    creditCode: shown('creditCode'),
    where: place['where'] ?? null,
    town: place['town'] ?? null,
    address: shown('address'),
    exemption: shown('exemption'),
    contact: shown('contact'),
  };
}

function isVerified(shop: StoredDoc): boolean {
  return (shop['verification'] as Verification).state === 'verified';
}

/** The day on which a verified store was verified; where that is not known, its registration. */
function verifiedOn(shop: StoredDoc): string {
  const { on } = shop['verification'] as Verification;
  return on ?? String(shop['registeredAt']).slice(0, 10);
}

function reviewIdOf(shop: StoredDoc): string {
  return `${shop._id}.v${shop._id.slice(1)}`;
}

function receiptOf(shop: StoredDoc): string {
  const day = verifiedOn(shop).split('-').join('');
  return `HD-${day}-${shop._id.slice(1, 7).toUpperCase()}`;
}

/** Half a year later; days that the month lacks count from its end on. */
function dueOn(day: string): string {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCMonth(date.getUTCMonth() + 6);
  return date.toISOString().slice(0, 10);
}

function withVerification(shop: StoredDoc): StoredDoc {
  const nothing = { reviewId: null, receipt: null, submittedAt: null, attempt: 0, reasons: [] };
  if (!isVerified(shop)) {
    const verification = { state: 'unverified', on: null, ...nothing, checked: null };
    return { ...shop, verification };
  }
  const on = verifiedOn(shop);
  const checked = { on, claims: claimsOf(shop) };
  const known = { reviewId: reviewIdOf(shop), receipt: receiptOf(shop) };
  const submittedAt = `${on}T00:00:00.000Z`;
  return {
    ...shop,
    verification: { ...nothing, state: 'verified', on, ...known, submittedAt, checked },
  };
}

/** A review of each verified store, so that it comes up again; who decided was not kept. */
function reviews(before: Collections): StoredDoc[] {
  return (before.get('shops') ?? []).filter(isVerified).map((shop) => {
    const on = verifiedOn(shop);
    const _id = reviewIdOf(shop);
    return {
      _id,
      shopId: shop._id,
      kind: 'identity',
      subjectId: shop._id,
      state: 'approved',
      receipt: receiptOf(shop),
      submittedAt: `${on}T00:00:00.000Z`,
      submittedBy: '',
      sortKey: `${dueOn(on)}#${_id}`,
      claims: claimsOf(shop),
      checked: { on, claims: claimsOf(shop) },
      attempt: 1,
      decisions: [],
      version: 1,
    };
  });
}

/** Verification belongs to what was looked at, and every verified store is looked at again. */
export const V16_TO_V17: Migration = {
  from: 16,
  to: 17,
  summary: 'a store keeps what was verified of it, and a review that comes up again',
  documents: () => ({ shops: withVerification }),
  additions: (before) => ({ reviews: reviews(before) }),
  rebuildsTotals: false,
};
