import type { OutputOf } from '../../../src/contract/endpoints';
import { incentiveExplain } from '../../../src/contract/incentive';
import { metricOf } from '../../../src/domain/incentive/metrics';
import { read } from '../../endpoint/read';
import { presentEntry } from '../../presenters/sales';
import { mayHaveOlder, olderFacts } from '../../repositories/older-facts';
import { ledgerPage } from '../../repositories/sales';
import { type Subject, subjectOf } from './subject';

type Output = OutputOf<'incentive.explain'>;

async function entriesOf(
  shopId: string,
  subject: Subject,
  period: string,
  cursor: string | null,
  person: string,
): Promise<Output> {
  const page = await ledgerPage({
    of: subject.kind === 'host' ? { shopId, hostId: subject.id } : { shopId },
    period,
    countedOnly: true,
    cursor,
  });
  const items = page.items
    .flatMap((entry) => presentEntry(entry, person))
    .filter(({ status }) => status === 'counts');
  return { leaves: { of: 'entries', items }, cursor: page.cursor };
}

/** Where reading goes on with the facts that moved away: before every page of them. */
const OLDER = 'older';

async function factsOf(subject: Subject, fact: string, cursor: string | null): Promise<Output> {
  const { id, facts } = subject;
  const page =
    cursor === null
      ? { items: facts, cursor: mayHaveOlder(facts) ? OLDER : null }
      : await olderFacts(id, cursor === OLDER ? null : cursor);
  const items = page.items.filter((stated) => stated.fact === fact);
  return { leaves: { of: 'facts', items }, cursor: page.cursor };
}

/** The entries, readings or declarations that a figure comes from. */
export const endpoint = read(
  incentiveExplain,
  { needs: 'incentive.read', host: ({ hostId }) => hostId },
  async ({ input, caller, shop, host }): Promise<Output> => {
    const { hostId, year, metric, month, cursor } = input;
    const subject = subjectOf({ shop, host }, hostId, year);
    const { form, figure } = metricOf(metric);
    if (form === 'rank') return { leaves: { of: 'facts', items: [] }, cursor: null };
    switch (figure) {
      case 'net_sales':
        return entriesOf(shop._id, subject, month ?? String(year), cursor, caller.person);
      case 'followers':
        return { leaves: { of: 'readings', items: subject.readings }, cursor: null };
      default:
        return factsOf(subject, figure, cursor);
    }
  },
);
