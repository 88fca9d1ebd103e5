import type { OutputOf } from '../../../src/contract/endpoints';
import { incentiveExplain } from '../../../src/contract/incentive';
import { metricOf } from '../../../src/domain/incentive/metrics';
import { read } from '../../endpoint/read';
import { presentEntry } from '../../presenters/sales';
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
      default: {
        const items = subject.facts.filter(({ fact }) => fact === figure);
        return { leaves: { of: 'facts', items }, cursor: null };
      }
    }
  },
);
