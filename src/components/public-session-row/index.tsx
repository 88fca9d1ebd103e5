import { View } from '@tarojs/components';

import type { PublicSession } from '../../contract/public';
import { phaseMovedOn } from '../../domain/live-session/public-phase';
import { useReader, useText, wordInstant } from '../../i18n';
import { phaseShape, useSessionTime } from '../session-words';
import { StatusMark } from '../status-mark';
import './index.css';
import '../row/index.css';

/** Props of {@link PublicSessionRow}. */
export interface PublicSessionRowProps {
  session: PublicSession;
  /** Now, so that the row moves on by time. */
  now: string;
  onTap: () => void;
  /** Named where sessions of several stores stand together. */
  isShopShown?: boolean;
}

/** A session as a viewer sees it: no money, wording by time. */
export function PublicSessionRow(props: PublicSessionRowProps) {
  const { session, now, onTap, isShopShown = false } = props;
  const { common, incentive, publicPages } = useText();
  const time = useSessionTime();
  const reader = useReader();
  const phase = phaseMovedOn(session, now);
  const since = phase === 'paused' ? session.pausedAt : null;
  const label =
    since === null
      ? common.publicPhase[phase]
      : publicPages.phaseSentence.paused(wordInstant(since, now, reader));
  const hosts = session.hostNames.join(incentive.listSeparator);
  const about = [
    isShopShown ? session.shopName : null,
    hosts === session.shopName ? null : hosts,
    session.platform && common.platform[session.platform],
    session.isAiPresenter ? publicPages.aiShort : null,
  ];
  return (
    <View className="hl-session" role="button" hoverClass="hl-row--pressed" onClick={onTap}>
      <View className="hl-session__body">
        <View className="hl-session__words">
          <View className="hl-session__title">{session.title}</View>
          <View className="hl-session__time">{time.span(session, now)}</View>
          <View className="hl-session__about">
            <StatusMark shape={phaseShape(phase)} label={label} />
            <View className="hl-session__who">{about.filter(Boolean).join(' · ')}</View>
          </View>
        </View>
        <View className="hl-row__arrow" />
      </View>
    </View>
  );
}
