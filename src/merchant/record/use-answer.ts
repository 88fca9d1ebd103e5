import { useEffect } from 'react';

import type { LiveSessionRow } from '../../contract/live-session';
import type { LedgerEntry } from '../../contract/sales';
import type { OwnShop } from '../../contract/shop';
import { previewProgress } from '../../domain/incentive/preview';
import { salesAward, salesScheme } from '../../domain/incentive/standing';
import { figuresBefore, type EntryChange } from '../../domain/sales/preview';
import { ownHostId } from '../../domain/shop/shop';
import { chinaDayOf, yearOf } from '../../domain/time';
import { typedFen, type SalesDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import type { ProgressSubject } from '../../stores';
import { useSales } from '../shared/merchant-stores';

/** Where an amount goes: its day, its host and its account, whatever the target is. */
export interface Place {
  bookedOn: string;
  hostId: string | null;
  accountId: string | null;
}

/** The host who is meant where none is named: a session's only one, `own` where it has none. */
function meantHostOf({ hosts }: LiveSessionRow, own: string | null): string | null {
  const [first, second] = hosts;
  if (first === undefined) return own;
  return second === undefined ? first.id : null;
}

/** The place of the amount being typed; a session brings its own day and account. */
function usePlace(shop: OwnShop, draft: SalesDraft, replaced: LedgerEntry | null): Place {
  const { liveSessions } = useStores();
  const { target } = draft.fields;
  const { sessionId, bookedOn, hostId = null, accountId } = target;
  const session = target.of === 'session' ? liveSessions.known(sessionId) : null;
  // A correction leaves an amount of no host where it is.
  const own = replaced === null ? ownHostId(shop) : null;
  return session === null
    ? { bookedOn, hostId: hostId ?? own, accountId }
    : { ...session, hostId: hostId ?? meantHostOf(session, own) };
}

/** Progress of the subject that the amount counts for, now and after. Call it inside an observer. */
export function useAnswer(shop: OwnShop, draft: SalesDraft, replaced: LedgerEntry | null) {
  const { ui, incentives, liveSessions } = useStores();
  const sales = useSales();
  const place = usePlace(shop, draft, replaced);
  const subject: ProgressSubject = {
    shopId: shop.id,
    hostId: place.hostId,
    year: yearOf(place.bookedOn),
  };
  useEffect(() => {
    void incentives.load({ shopId: subject.shopId, hostId: subject.hostId, year: subject.year });
  }, [incentives, subject.shopId, subject.hostId, subject.year]);
  const { sessionId } = draft.fields.target;
  useEffect(() => {
    // The one reading of the page: the preview needs what each host has sold in it.
    if (sessionId !== '') void liveSessions.loadSession(sessionId);
  }, [liveSessions, sessionId]);
  const view = incentives.progress(subject).value;
  const { target, kind, basis } = draft.fields;
  const amountFen = typedFen(draft.fields.amountFen);
  const session = target.of === 'session' ? target.sessionId : null;
  const known = session === null ? null : liveSessions.session(session).value?.hostFigures;
  // Once corrected, the entry is no longer in the sums: there is nothing left to preview.
  const isGone = replaced !== null && sales.entry(replaced.id)?.status !== 'counts';
  const platform = shop.accounts.find(({ id }) => id === place.accountId)?.platform ?? null;
  const change: EntryChange | null =
    amountFen === null || kind === null || basis === null || isGone
      ? null
      : {
          entry: { kind, amountFen, bookedOn: place.bookedOn, returnedOn: null, basis, platform },
          replaces: replaced,
          changedOn: chinaDayOf(ui.now),
          figures: figuresBefore(
            known?.find(({ hostId }) => hostId === place.hostId)?.figures ?? null,
            replaced,
            replaced?.sessionId === session && replaced.hostId === place.hostId,
          ),
        };
  const scheme = view && salesScheme(incentives.ownSchemes(view));
  const ruleSet = scheme?.ruleSet ?? null;
  const after =
    view && ruleSet && change ? previewProgress(view, ruleSet, shop.lineOfBusiness, change) : null;
  return {
    bookedOn: place.bookedOn,
    /** The day of the sale; null while its session is not read yet. */
    knownDay: session !== null && liveSessions.known(session) === null ? null : place.bookedOn,
    subject,
    view,
    ruleSet,
    before: salesAward(scheme?.progress ?? null),
    after: salesAward(after),
  };
}
