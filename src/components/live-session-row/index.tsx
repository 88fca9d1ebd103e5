import { View } from '@tarojs/components';

import { hostNamesOf, type SessionHost } from '../../domain/live-session/hosts';
import { stateAt, type LiveSessionState } from '../../domain/live-session/live-session';
import { stageOf } from '../../domain/live-session/stage';
import { shownTimes, startOf } from '../../domain/live-session/times';
import type { Platform } from '../../domain/shop/platform';
import { chinaDayOf, weekdayOf } from '../../domain/time';
import { useReader, useText, wordClocks, wordStartDay } from '../../i18n';
import { wholeRange } from '../money';
import { heldWords, stateSign, type SessionTime } from '../session-words';
import './index.css';

/** What a row needs of a session. Amounts in fen, null where nothing is recorded. */
export interface SessionOfRow extends SessionTime {
  readonly title: string;
  /** Its words that others do not see yet. */
  readonly waiting: readonly { readonly state: 'waiting' | 'refused' }[];
  readonly hosts: readonly SessionHost[];
  readonly platform: Platform | null;
  readonly state: LiveSessionState;
  readonly figures: {
    readonly net: { readonly low: number; readonly high: number } | null;
    readonly lacksSale: boolean;
    readonly entryCount: number;
  };
}

/** What of a session is the same in every row of a store, and so is left out. */
export interface RowParts {
  /** Whether hosts are named: where a store has several. */
  readonly hosts?: boolean;
  /** Whether the platform is named: where a store is on several. */
  readonly platform?: boolean;
  /** Whether a session without an amount asks for one: where the person records amounts. */
  readonly toRecord?: boolean;
  /** Whether the month stands under the day in place of the weekday: where no heading says it. */
  readonly month?: boolean;
}

/** Props of {@link LiveSessionRow}. */
export interface LiveSessionRowProps {
  /** null: the session left the list; its place stays, without height, so that no other row moves. */
  session: SessionOfRow | null;
  /** Now, so that the row moves on by time. */
  now: string;
  parts?: RowParts;
  /** Its place in a block of rows of one month; whole blocks are drawn as cards. */
  place?: string;
  onTap: () => void;
  /** A long press asks for what can be done with it. */
  onLongPress?: () => void;
  /** The one figure was tapped, to see it exactly; without it the tap is the row's. */
  onFigure?: () => void;
}

/**
 * A session in the merchant's list: day, title over time, and one figure. Always of one height. Every
 * class and node here is sent once per row, so the parts are styled by their place and lines.
 */
export function LiveSessionRow(props: LiveSessionRowProps) {
  const { session, now, parts = {}, place = '', onTap, onLongPress, onFigure } = props;
  const { common, incentive, sessions } = useText();
  const reader = useReader();
  const figure = useFigure(session, now, parts.toRecord ?? true);
  // The same element without its parts: another one would send every row of the slot again.
  if (session === null) {
    return <View className="hl-live hl-live--gone" hoverClass="hl-on" onClick={onTap} />;
  }
  const state = stateAt(session, now);
  const start = startOf(session);
  const day = session.precision === 'day' ? session.bookedOn : chinaDayOf(start);
  const month = Number(day.slice(5, 7));
  const below = parts.month ? common.day.monthOnly(month) : common.day.weekday(weekdayOf(day));
  const times =
    session.precision === 'day' ? sessions.dayOnly : wordClocks(shownTimes(session), reader);
  const about = [
    heldWords(session, sessions),
    state === 'ended' ? times : `${stateSign(state)} ${times}`,
    parts.hosts ? hostNamesOf(session).join(incentive.listSeparator) : null,
    parts.platform ? session.platform && common.platform[session.platform] : null,
  ];
  return (
    <View
      className={`${classOf(state)}${place}`}
      hoverClass="hl-on"
      onClick={onTap}
      {...(onLongPress ? { onLongPress } : {})}
    >
      <View>{`${String(Number(day.slice(8)))}\n${below}`}</View>
      <View>{`${session.title}\n${about.filter(Boolean).join(' · ')}`}</View>
      {figure !== null && (
        <View
          {...(figure.kind === 'exact' ? {} : { className: `hl-live__${figure.kind}` })}
          onClick={(event) => {
            // A word has nothing to explain: the tap is the row's.
            if (!onFigure || figure.kind !== 'exact') return;
            event.stopPropagation();
            onFigure();
          }}
        >
          {figure.text}
        </View>
      )}
    </View>
  );
}

/** Most rows are over and carry one class. */
function classOf(state: LiveSessionState): string {
  return state === 'ended' ? 'hl-live' : `hl-live hl-live--${state}`;
}

/** Net or its range to the fen, or the word of what a session is waiting for; null for none. */
function useFigure(
  session: SessionOfRow | null,
  now: string,
  asksForAmount: boolean,
): { text: string; kind: 'exact' | 'word' | 'waiting' } | null {
  const { common, sessions } = useText();
  const reader = useReader();
  if (session === null) return null;
  const { net, lacksSale, entryCount } = session.figures;
  if (net !== null) {
    const text = wholeRange(net);
    return { text: lacksSale ? sessions.lacksSale(text) : text, kind: 'exact' };
  }
  const state = stateAt(session, now);
  if (state === 'scheduled') {
    return { text: wordStartDay(session.startAt, now, reader), kind: 'word' };
  }
  if (asksForAmount && stageOf(session.state, entryCount > 0) === 'to_record') {
    return { text: sessions.toRecord, kind: 'waiting' };
  }
  const kind = state === 'unconfirmed' ? 'waiting' : 'word';
  return { text: common.sessionState[state], kind };
}
