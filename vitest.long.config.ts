import { defineConfig } from 'vitest/config';

import {
  COMMON,
  LONG,
  LONG_WITH_BUILD,
  ON_NODE,
  twinExtensions,
  WITH_BUILD,
} from './vitest.config';

/** The tests that `npm test` leaves out for their time. */
export default defineConfig({
  resolve: { extensions: twinExtensions },
  test: {
    ...COMMON,
    projects: [
      { extends: true, test: { ...ON_NODE, include: LONG } },
      { extends: true, test: { ...WITH_BUILD, include: LONG_WITH_BUILD } },
    ],
  },
});
