import { expect } from 'vitest';

import { copies, digits, type LimitCase } from '../kit';

/** Limits of reads of the records of writes. */
export const CHANGES = {
  droppedAnswers: {
    from: 'changes',
    async pass({ cloud, ...kit }) {
      const [record] = cloud.database.readAll('changes');
      await copies({ cloud, ...kit }, 'changes', record ?? {}, 201, (index) => ({
        _id: `copy${digits(index)}`,
        answerEndsAt: '2026-11-24T01:00:00.000Z',
      }));
      await cloud.trigger('timer');
      const kept = cloud.database.readAll('changes').filter(({ answer }) => answer !== null);
      expect(kept).toEqual([record]);
    },
  },
} satisfies Partial<Record<string, LimitCase>>;
