import type { OutputOf } from '../../src/contract/endpoints';
import type { SalesEntryDoc } from '../database/documents';
import { presentEntry } from '../presenters/sales';
import { LEDGER_PAGE, ledgerPage } from '../repositories/sales';
import { admit } from './admit';
import type { Handler } from './handler';
import { type Subject, subjectOf } from './subject';

type Output = OutputOf<'incentive.explain'>;

/** The one revision of an entry that counts. */
function currentOf(entry: SalesEntryDoc, person: string) {
  return presentEntry(entry, person).filter(({ status }) => status === 'counts');
}

async function entriesOf(
  subject: Subject,
  period: string,
  cursor: string | null,
  person: string,
): Promise<Output> {
  const entries = await ledgerPage({
    of: subject.kind === 'host' ? { hostId: subject.id } : { shopId: subject.id },
    period,
    countedOnly: true,
    cursor,
  });
  const last = entries.length < LEDGER_PAGE ? undefined : entries.at(-1);
  return {
    leaves: { of: 'entries', items: entries.flatMap((entry) => currentOf(entry, person)) },
    cursor: last?.sortKey ?? null,
  };
}

/** The leaves under a figure: the entries, readings or statements it comes from. */
export const incentiveExplain: Handler<'incentive.explain'> = async (input, caller) => {
  const { shopId, hostId, year, metric, month, cursor } = input;
  const subject = subjectOf(await admit(shopId, caller, 'incentive.read', hostId), hostId, year);
  switch (metric) {
    case 'net_sales':
      return { data: await entriesOf(subject, month ?? String(year), cursor, caller.person) };
    case 'followers':
      return { data: { leaves: { of: 'readings', items: subject.readings }, cursor: null } };
    case 'paid_in_capital':
    case 'operating_revenue': {
      const items = subject.facts.filter(({ fact }) => fact === metric);
      return { data: { leaves: { of: 'facts', items }, cursor: null } };
    }
  }
};
