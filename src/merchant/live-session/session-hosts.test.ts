import { describe, expect, it } from 'vitest';

import type { LiveSession } from '../../contract/live-session';
import { hasSeveralHosts } from './session-hosts';

const figures: LiveSession['figures'] = {
  orderedFen: null,
  paidFen: 100,
  refundedFen: 0,
  net: { low: 100, high: 100 },
  entryCount: 1,
  lacksSale: false,
};
const ahe = { id: 'ahe', name: '阿禾' };
const laowu = { id: 'laowu', name: '老吴' };
const sums = (...hostIds: (string | null)[]) => hostIds.map((hostId) => ({ hostId, figures }));

describe('hasSeveralHosts', () => {
  it('shows whose a sum is where another host of the session sold nothing yet', () => {
    expect(hasSeveralHosts({ hosts: [ahe, laowu], hostFigures: sums('ahe') })).toBe(true);
  });

  it('shows the money given to no host, or to one who is no longer of the session', () => {
    expect(hasSeveralHosts({ hosts: [ahe], hostFigures: sums('ahe', null) })).toBe(true);
  });

  it('leaves out a second line of the same sum, and an empty list', () => {
    expect(hasSeveralHosts({ hosts: [ahe], hostFigures: sums('ahe') })).toBe(false);
    expect(hasSeveralHosts({ hosts: [ahe, laowu], hostFigures: [] })).toBe(false);
  });
});
