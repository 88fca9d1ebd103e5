import type { Doc } from 'local-cloud/data';

import type { HostDoc, ShopDoc, YearTotalsDoc } from '../../cloud/database/documents';
import {
  followersOf,
  hostSubject,
  netOfYear,
  type Subject,
  subjectOf,
  sumOf,
} from '../../cloud/endpoints/incentive/subject';
import type { EvaluateInput } from '../../src/domain/incentive/progress';
import { recordedSums } from '../../src/domain/sales/year-sums';
import { hasOwnHost } from '../../src/domain/shop/shop';

/** The source of documents: a running cloud's database, or a snapshot of its file. */
export interface DocumentSource {
  readAll(collection: string): Doc[];
}

/** What the engine asks of one subject, without a rule set. */
export type SubjectInput = Omit<EvaluateInput, 'ruleSet'>;

/** Every host, and every store that is no streamer's own, with its figures of a year. */
export function subjectInputs(source: DocumentSource, year: number, asOf: string): SubjectInput[] {
  const hosts = source.readAll('hosts') as unknown as HostDoc[];
  const totals = source.readAll('year_totals') as unknown as YearTotalsDoc[];
  const shops = source.readAll('shops') as unknown as ShopDoc[];
  return shops.flatMap((shop) => {
    const ofShop = totals.filter(({ shopId }) => shopId === shop._id);
    const inputOf = (subject: Subject, docs: readonly YearTotalsDoc[]): SubjectInput => ({
      lineOfBusiness: shop.lineOfBusiness,
      year,
      subject: { kind: subject.kind },
      facts: subject.facts,
      followers: followersOf(subject),
      sums: recordedSums(sumOf(docs.filter((doc) => doc.year === year))),
      lastYear: netOfYear(docs.filter((doc) => doc.year === year - 1)),
      settledFen: null,
      asOf,
    });
    const ofHosts = hosts
      .filter(({ shopId }) => shopId === shop._id)
      .map((host) =>
        inputOf(
          hostSubject(shop, host, year),
          ofShop.filter(({ subjectId }) => subjectId === host._id),
        ),
      );
    if (hasOwnHost(shop)) return ofHosts;
    return [...ofHosts, inputOf(subjectOf({ shop, host: null }, null, year), ofShop)];
  });
}
