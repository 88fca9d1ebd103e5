import { phaseMovedOn, type PublicPhase, type ReadPhase } from '../live-session/public-phase';
import { minutesBetween } from '../time';

/** A session as viewers see it: `soon` in the last half hour before its start. */
export type ShownState = PublicPhase | 'soon';

/** A shape besides the colour, for people who cannot tell colours apart. */
export type StateMark = 'ring' | 'half' | 'disc' | 'bars' | 'square' | 'cross';

/** Minutes before the start from which a session comes soon. */
const SOON_MINUTES = 30;

/** How a state looks on cards and pages: white words on each colour have at least 4.5:1. */
export const STATE_LOOK: Readonly<Record<ShownState, { color: string; mark: StateMark }>> = {
  upcoming: { color: '#2A5A7D', mark: 'ring' },
  soon: { color: '#A04F00', mark: 'half' },
  should_be_on_air: { color: '#A04F00', mark: 'half' },
  on_air: { color: '#CF3430', mark: 'disc' },
  paused: { color: '#8A4745', mark: 'bars' },
  over: { color: '#5F6165', mark: 'square' },
  cancelled: { color: '#2C2C2E', mark: 'cross' },
};

/** The state at `now` of a session that was read a while ago. */
export function shownStateAt(session: ReadPhase, now: string): ShownState {
  const phase = phaseMovedOn(session, now);
  const isSoon = phase === 'upcoming' && minutesBetween(now, session.startAt) <= SOON_MINUTES;
  return isSoon ? 'soon' : phase;
}
