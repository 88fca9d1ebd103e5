import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import type { LiveSession } from '../../contract/live-session';
import { clockOf } from '../../domain/live-session/series';
import { chinaDayOf } from '../../domain/time';
import { useReader, wordClockOf } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { EditDraft } from '../../stores/drafts';
import type { SeriesRow } from '../../stores/series-store';
import './scope-sheet.css';

/** Props of {@link ScopeSheet}. */
export interface ScopeSheetProps {
  isOpen: boolean;
  draft: EditDraft;
  session: LiveSession;
  /** Sessions of the series that would change along. */
  following: readonly SeriesRow[];
  /** Planned sessions of the series besides this one. */
  rest: number;
  onSave: () => void;
  onClose: () => void;
}

/** Asks whether a change is of this session alone or also of the ones of its series that follow. */
export const ScopeSheet = observer(function ScopeSheet(props: ScopeSheetProps) {
  const { isOpen, draft, session, following, rest, onSave, onClose } = props;
  const t = useMerchantText();
  const words = t.merchantSession.scope;
  const reader = useReader();
  const { startAt, which } = draft.fields;
  const clock = wordClockOf(startAt, reader);
  const clockBefore = wordClockOf(session.startAt, reader);
  const isMoved = clockOf(draft.fields) !== clockOf(session);
  const dayOf = (instant: string): string => {
    const day = chinaDayOf(instant);
    return t.common.day.date(Number(day.slice(5, 7)), Number(day.slice(8)));
  };
  const days = [session, ...following].map((each) => dayOf(each.startAt));
  const choices = [
    {
      which: 'this' as const,
      label: words.this(dayOf(session.startAt)),
      note: isMoved ? words.restStays(rest, clockBefore) : words.restSame(rest),
    },
    {
      which: 'following' as const,
      label: words.following(following.length),
      note: words.days(days),
    },
  ];
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={words.cancel}
      title={clock === clockBefore ? words.title : words.movedTo(clock)}
    >
      <View className="mk-scope">
        {choices.map((choice) => (
          <View
            key={choice.which}
            className={
              choice.which === which ? 'mk-scope__choice mk-scope__choice--on' : 'mk-scope__choice'
            }
            role="radio"
            onClick={() => draft.set({ which: choice.which })}
          >
            <View className="mk-scope__label">{choice.label}</View>
            <View className="mk-scope__note">{choice.note}</View>
          </View>
        ))}
      </View>
      <Button kind="primary" isBusy={draft.isBusy} onTap={onSave}>
        {words.save}
      </Button>
    </Sheet>
  );
});
