import { useEffect } from 'react';

import type { LedgerEntry } from '../../contract/sales';
import type { OwnShop } from '../../contract/shop';
import { yearOf } from '../../domain/time';
import { typedFen, type SalesDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import type { EntryChange, ProgressSubject } from '../../stores';
import { salesAward } from './standing';

/** Where an amount goes: its day, its host and its account, whatever the target is. */
export interface Place {
  bookedOn: string;
  hostId: string | null;
  accountId: string | null;
}

/** The place of the amount being typed; a session brings its own day, host and account. */
export function usePlace(draft: SalesDraft): Place {
  const { liveSessions } = useStores();
  const { of, sessionId, bookedOn, hostId, accountId } = draft.fields;
  const session =
    of === 'session' && sessionId !== null
      ? (liveSessions.row(sessionId) ?? liveSessions.session(sessionId).value)
      : null;
  return session ?? { bookedOn, hostId, accountId };
}

/** Progress of whoever the amount counts for, as it is and as it would be. Call in an observer. */
export function useAnswer(shop: OwnShop, draft: SalesDraft, replaced: LedgerEntry | null) {
  const { incentives, liveSessions } = useStores();
  const place = usePlace(draft);
  const subject: ProgressSubject = {
    shopId: shop.id,
    hostId: place.hostId,
    year: yearOf(place.bookedOn),
  };
  useEffect(() => {
    void incentives.load({ shopId: subject.shopId, hostId: subject.hostId, year: subject.year });
  }, [incentives, subject.shopId, subject.hostId, subject.year]);
  const view = incentives.progress(subject).value;
  const amountFen = typedFen(draft.fields);
  const { of, sessionId, kind, basis } = draft.fields;
  const figures =
    of === 'session' && sessionId !== null
      ? (liveSessions.session(sessionId).value ?? liveSessions.row(sessionId))?.figures
      : undefined;
  const platform = shop.accounts.find(({ id }) => id === place.accountId)?.platform ?? null;
  const change: EntryChange | null =
    amountFen === null
      ? null
      : {
          entry: { kind, amountFen, bookedOn: place.bookedOn, basis, platform },
          replaces: replaced,
          figures: figures ?? null,
        };
  const after = change ? incentives.preview(subject, shop.lineOfBusiness, change) : null;
  return {
    subject,
    view,
    ruleSet: view ? incentives.ruleSet(view.ruleSetKey) : null,
    before: salesAward(view?.progress ?? null),
    after: salesAward(after),
  };
}
