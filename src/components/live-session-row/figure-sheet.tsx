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
  const { netFen, orderedFen } = session.figures;
  const isNet = netFen !== null;
  return (
    <FigureSheet
      amount={isNet ? netFen : orderedFen}
      info={{
        label: isNet ? common.net : common.entryKind.ordered,
        basis: sessions.figureBasis,
        period: time.span(session, now),
        ...(isNet ? { formula: sessions.netFormula } : {}),
      }}
      whyUnknown={sessions.noPaidFigure}
      onClose={onClose}
    />
  );
}
