import { clockRead } from '../../../src/contract/clock';
import { publicRead } from '../../endpoint/read';

/** The envelope carries the time; nothing is read. */
export const endpoint = publicRead(clockRead, async () => ({}));
