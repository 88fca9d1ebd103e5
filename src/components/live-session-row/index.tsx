import { View } from '@tarojs/components';

import { stateAt, type LiveSessionState } from '../../domain/live-session/live-session';
import type { Platform } from '../../domain/shop/platform';
import { useText } from '../../i18n';
import { Money } from '../money';
import { stateShape, useSessionTime, type SessionTime } from '../session-words';
import { StatusMark } from '../status-mark';
import '../row/index.css';
import './index.css';

/** What a row needs of a session. Amounts in fen, null where nothing is recorded. */
export interface SessionOfRow extends SessionTime {
  readonly title: string;
  readonly hostName: string | null;
  readonly platform: Platform | null;
  readonly state: LiveSessionState;
  readonly figures: {
    readonly netFen: number | null;
    readonly orderedFen: number | null;
    readonly entryCount: number;
  };
}

/** Props of {@link LiveSessionRow}. */
export interface LiveSessionRowProps {
  session: SessionOfRow;
  /** Now, so that the row moves on by time. */
  now: string;
  onTap: () => void;
}

/** A session in the merchant's list: title, time, state, host, and one figure. */
export function LiveSessionRow({ session, now, onTap }: LiveSessionRowProps) {
  const { common } = useText();
  const time = useSessionTime();
  const state = stateAt(session, now);
  const platform = session.platform && common.platform[session.platform];
  const about = [session.hostName, platform].filter((part) => part !== null).join(' · ');
  return (
    <View className="hl-session" role="button" hoverClass="hl-row--pressed" onClick={onTap}>
      <View className="hl-session__body">
        <View className="hl-session__words">
          <View className="hl-session__title">{session.title}</View>
          <View className="hl-session__time">{time.span(session, now)}</View>
          <View className="hl-session__about">
            <StatusMark shape={stateShape(state)} label={common.sessionState[state]} />
            {about !== '' && <View className="hl-session__who">{about}</View>}
          </View>
        </View>
        <SessionFigure session={session} now={now} />
      </View>
    </View>
  );
}

/** The one figure: net, or what is known instead, or that it waits to be recorded. */
function SessionFigure({ session, now }: Pick<LiveSessionRowProps, 'session' | 'now'>) {
  const { common, sessions } = useText();
  const time = useSessionTime();
  const { netFen, orderedFen, entryCount } = session.figures;
  if (entryCount === 0) {
    return session.state === 'ended' ? (
      <View className="hl-session__pending">{sessions.toRecord}</View>
    ) : null;
  }
  const isNet = netFen !== null;
  const label = isNet ? common.net : common.entryKind.ordered;
  return (
    <View className="hl-session__figure">
      <Money
        amount={isNet ? netFen : orderedFen}
        info={{
          label,
          basis: sessions.figureBasis,
          period: time.span(session, now),
          ...(isNet ? { formula: sessions.netFormula } : {}),
        }}
        whyUnknown={sessions.noPaidFigure}
      />
      <View className="hl-session__figure-label">{label}</View>
    </View>
  );
}
