import { useText } from '../../i18n';
import { FigureSheet } from '../money';
import { useSessionTime } from '../session-words';
import type { SessionOfRow } from './';

/** Props of {@link SessionFigureSheet}. */
export interface SessionFigureSheetProps {
  session: SessionOfRow;
  now: string;
  onClose: () => void;
}

/** What a row's figure is: exactly, with its formula, basis and period. */
export function SessionFigureSheet({ session, now, onClose }: SessionFigureSheetProps) {
  const { common, sessions } = useText();
  const time = useSessionTime();
  const { net } = session.figures;
  return (
    <FigureSheet
      amount={net?.low ?? null}
      high={net?.high ?? null}
      info={{
        label: common.net,
        basis: sessions.figureBasis,
        period: time.span(session, now),
        formula: sessions.netFormula,
      }}
      whyUnknown={sessions.noPaidFigure}
      onClose={onClose}
    />
  );
}
