import { expect } from 'vitest';

import { digits, type LimitCases } from '../kit';

/** Limits of reads of the records of writes. */
export const CHANGES = {
  droppedAnswers: {
    from: 'changes',
    async pass(kit) {
      const { cloud } = kit;
      const [record] = cloud.database.readAll('changes');
      await kit.copies('changes', record ?? {}, 201, (index) => ({
        _id: `copy${digits(index)}`,
        answerEndsAt: '2026-11-24T01:00:00.000Z',
      }));
      await cloud.trigger('timer');
      const kept = cloud.database.readAll('changes').filter(({ answer }) => answer !== null);
      expect(kept).toEqual([record]);
    },
  },
} satisfies LimitCases;
