import { View } from '@tarojs/components';

import { hostNamesOf, type SessionHost } from '../../domain/live-session/hosts';
import { stateAt, type LiveSessionState } from '../../domain/live-session/live-session';
import { rangeText } from '../money';
import type { Platform } from '../../domain/shop/platform';
import { useLang, useText } from '../../i18n';
import { stateSign, useSessionTime, type SessionTime } from '../session-words';
import './index.css';
import { stageOf } from '../../domain/live-session/stage';

/** What a row needs of a session. Amounts in fen, null where nothing is recorded. */
export interface SessionOfRow extends SessionTime {
  readonly title: string;
  readonly hosts: readonly SessionHost[];
  readonly platform: Platform | null;
  readonly state: LiveSessionState;
  readonly figures: {
    readonly net: { readonly low: number; readonly high: number } | null;
    readonly lacksSale: boolean;
    readonly entryCount: number;
  };
}

/** Props of {@link LiveSessionRow}. */
export interface LiveSessionRowProps {
  /** null: the session left the list; its place stays, without height, so that no other row moves. */
  session: SessionOfRow | null;
  /** Now, so that the row moves on by time. */
  now: string;
  onTap: () => void;
  /** The one figure was tapped, to see it exactly; without it the tap is the row's. */
  onFigure?: () => void;
}

/**
 * A session in the merchant's list: title, time, state and host, and one figure. Always of one
 * height. Every class and node here is sent once per row, so the parts are styled by their place.
 */
export function LiveSessionRow({ session, now, onTap, onFigure }: LiveSessionRowProps) {
  const { common, incentive } = useText();
  const time = useSessionTime();
  const figure = useFigureText(session);
  if (session === null) return <View className="hl-live hl-live--gone" />;
  const state = stateAt(session, now);
  const platform = session.platform && common.platform[session.platform];
  const status = `${stateSign(state)} ${common.sessionState[state]}`;
  const hosts = hostNamesOf(session).join(incentive.listSeparator);
  const { text: when, zone } = time.parts(session, now);
  const about = [zone, status, hosts, platform].filter(Boolean).join(' · ');
  return (
    <View className={classOf(state)} hoverClass="hl-on" onClick={onTap}>
      <View>{session.title}</View>
      <View>{`${when}\n${about}`}</View>
      {figure !== null && (
        <View
          {...(session.figures.entryCount === 0 ? { className: 'hl-live__pending' } : {})}
          onClick={(event) => {
            // What waits to be recorded has no figure to explain: the tap is the row's.
            if (!onFigure || session.figures.entryCount === 0) return;
            event.stopPropagation();
            onFigure();
          }}
        >
          {figure}
        </View>
      )}
    </View>
  );
}

/** Most rows are over and carry one class. */
function classOf(state: LiveSessionState): string {
  return state === 'ended' ? 'hl-live' : `hl-live hl-live--${state}`;
}

/** Net or its range, marked where a sale is missing, or that it waits to be recorded; null for none. */
function useFigureText(session: SessionOfRow | null): string | null {
  const { sessions } = useText();
  const lang = useLang();
  if (session === null) return null;
  const { net, lacksSale, entryCount } = session.figures;
  const stage = stageOf(session.state, entryCount > 0);
  if (net === null) return stage === 'to_record' ? sessions.toRecord : null;
  const text = rangeText(net, lang);
  return lacksSale ? sessions.lacksSale(text) : text;
}
