import type { LiveSessionState } from './live-session';

/**
 * The stages of a session in the merchant's day; the tabs of the list are queries over them. A piece
 * of a joined evening stands in no tab: the evening does.
 */
export type LiveSessionStage =
  'scheduled' | 'on_air' | 'to_record' | 'recorded' | 'cancelled' | 'piece';

/**
 * The stage that follows from a session's state and records.
 * @param hasEntries whether an amount that counts is recorded for the session.
 */
export function stageOf(state: LiveSessionState, hasEntries: boolean): LiveSessionStage {
  switch (state) {
    case 'scheduled':
    case 'unconfirmed':
      return 'scheduled';
    case 'live':
    case 'paused':
      return 'on_air';
    case 'cancelled':
      return 'cancelled';
    case 'ended':
      return hasEntries ? 'recorded' : 'to_record';
  }
}
