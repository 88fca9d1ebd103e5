import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Row } from '../../components/row';
import type { Duty, DutyCorrection } from '../../contract/duty';
import { MAX_CORRECTIONS } from '../../domain/duty/record';
import { useReader, wordError, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { ConfirmSheet } from '../shared/confirm-sheet';
import { useMarkWords } from '../shared/duty-words';
import { useDuty } from '../shared/merchant-stores';
import { CorrectionSheet } from './correction-sheet';

/** Corrections that were made on air, in the order in which they were noted. */
export const CorrectionsCard = observer(function CorrectionsCard({ duty }: { duty: Duty }) {
  const { ui } = useStores();
  const store = useDuty();
  const t = useMerchantText();
  const words = t.merchantDuty.correction;
  const [isAdding, setAdding] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const { corrections, may, sessionId } = duty;
  const isFull = corrections.length >= MAX_CORRECTIONS;
  const handleWithdraw = async (correctionId: string) => {
    setAsked(null);
    const result = await store.withdraw(sessionId, correctionId);
    if (!result.ok) ui.toast(wordError(result.error, t));
  };
  return (
    <Card
      title={words.title}
      {...(may.tick && !isFull
        ? { action: { label: words.add, onTap: () => setAdding(true) } }
        : {})}
    >
      {corrections.length === 0 && <EmptyState isInline title={words.none} note={words.note} />}
      {corrections.map((correction) => (
        <CorrectionRow
          key={correction.id}
          correction={correction}
          {...(may.tick ? { onTap: () => setAsked(correction.id) } : {})}
        />
      ))}
      {isFull && <View className="duty__full">{words.full(MAX_CORRECTIONS)}</View>}
      {isAdding && <CorrectionSheet duty={duty} onClose={() => setAdding(false)} />}
      <ConfirmSheet
        isOpen={asked !== null}
        title={words.withdrawTitle}
        text={words.withdrawText}
        confirm={words.withdrawYes}
        cancel={words.withdrawNo}
        kind="danger"
        onConfirm={() => void handleWithdraw(asked ?? '')}
        onClose={() => setAsked(null)}
      />
    </Card>
  );
});

interface CorrectionRowProps {
  correction: DutyCorrection;
  onTap?: () => void;
}

const CorrectionRow = observer(function CorrectionRow({ correction, onTap }: CorrectionRowProps) {
  const { ui } = useStores();
  const words = useMerchantText().merchantDuty.correction;
  const reader = useReader();
  const { mark } = useMarkWords();
  const { at, text, noted, withdrawn } = correction;
  const lines = [
    wordInstant(at, ui.now, reader),
    words.noted(mark(noted, ui.now)),
    ...(withdrawn === null ? [] : [words.withdrawn(mark(withdrawn, ui.now))]),
  ];
  const title = (
    <View className={withdrawn === null ? 'duty__text' : 'duty__text duty__text--withdrawn'}>
      {text}
    </View>
  );
  return (
    <Row
      title={title}
      note={lines.join('\n')}
      {...(onTap && withdrawn === null ? { value: words.withdraw, onTap } : {})}
    />
  );
});
