import type { OutputOf } from '../../../src/contract/endpoints';
import { Failure, limitReached } from '../../../src/contract/failure';
import { MAX_FACTS, withoutOldest } from '../../../src/domain/incentive/declarations';
import type { DeclaredFact } from '../../../src/domain/incentive/facts';
import type { Transaction } from '../../database/database';
import type { HostDoc, ShopDoc } from '../../database/documents';
import { presentReadings } from '../../presenters/shops';
import { moveFacts } from '../../repositories/older-facts';
import { saveShop } from '../../repositories/shops';

/** The applicant, a store or one of its hosts, as read inside the transaction. */
type Applicant = { kind: 'shop'; doc: ShopDoc } | { kind: 'host'; doc: HostDoc };

async function readApplicant(
  t: Transaction,
  shopId: string,
  hostId: string | null,
): Promise<Applicant> {
  if (hostId === null) {
    const doc = await t.get('shops', shopId);
    if (doc !== null) return { kind: 'shop', doc };
  } else {
    const doc = await t.get('hosts', hostId);
    if (doc?.shopId === shopId) return { kind: 'host', doc };
  }
  throw new Failure('not_found');
}

/**
 * Changes the declared facts of a store or host. Where there are too many, withdrawn ones move away:
 * one call more.
 * @throws Failure `not_found`, `limit_reached`, or what `change` throws.
 */
export async function changeFacts(
  t: Transaction,
  { shopId, hostId }: { shopId: string; hostId: string | null },
  now: string,
  change: (facts: DeclaredFact[]) => DeclaredFact[],
): Promise<OutputOf<'applicant.declare'>> {
  const { kind, doc } = await readApplicant(t, shopId, hostId);
  const { kept: facts, moved } = withoutOldest(change(doc.facts));
  if (facts.length > MAX_FACTS) throw limitReached(MAX_FACTS);
  await moveFacts(t, { shopId, subjectId: doc._id, movedAt: now }, moved);
  if (kind === 'shop') {
    await saveShop(t, doc, { ...doc, facts });
    return { shopId, hostId, facts, followers: presentReadings(doc) };
  }
  await t.update('hosts', doc._id, { facts });
  return { shopId, hostId, facts, followers: presentReadings(doc) };
}
