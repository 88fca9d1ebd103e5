import { Button } from '../../components/button';
import { Row } from '../../components/row';
import { Sheet } from '../../components/sheet';
import type { ApiWarning } from '../../contract/errors';
import { wordWarning } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';

/** Props of {@link OverlapSheet}. */
export interface OverlapSheetProps {
  /** What the cloud warned of after saving. */
  warnings: readonly ApiWarning[];
  onKeep: () => void;
  onChange: () => void;
}

/** The plan is saved and overlaps another: look at that one, keep it so, or change the time at once. */
export function OverlapSheet({ warnings, onKeep, onChange }: OverlapSheetProps) {
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantSession.plan;
  return (
    <Sheet
      isOpen={warnings.length > 0}
      onClose={onKeep}
      closeLabel={words.overlapKeep}
      title={words.overlapTitle}
    >
      {warnings.map((warning) => {
        const id = warning.info?.['sessionId'];
        return (
          <Row
            key={String(id)}
            title={wordWarning(warning, t)}
            {...(typeof id === 'string'
              ? { note: words.overlapSee, onTap: () => ui.open(PATHS.session.url({ id })) }
              : {})}
          />
        );
      })}
      <Button onTap={onChange}>{words.overlapChange}</Button>
    </Sheet>
  );
}
