import { SECRET_KEYS } from '../../cloud/repositories/secrets';

/** Keys of no one, for functions and migrations of tests and measurements. */
export const TEST_KEYS: Readonly<Record<string, string>> = {
  [SECRET_KEYS]: `test:${'5a'.repeat(32)}`,
};
