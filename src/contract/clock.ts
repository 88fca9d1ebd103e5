import { publicRead } from './endpoint';
import { exactly } from './fields';

/** Asks for nothing but the time, which the envelope of every answer carries. */
export const clockRead = publicRead('clock.read', { input: exactly({}), output: exactly({}) });
