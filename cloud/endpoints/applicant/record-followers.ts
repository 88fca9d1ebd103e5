import { applicantRecordFollowers } from '../../../src/contract/applicant';
import { Failure, invalidInput, refuseIfAny } from '../../../src/contract/failure';
import { readingProblems } from '../../../src/domain/incentive/problems';
import { withReading } from '../../../src/domain/incentive/readings';
import { shopIdOf } from '../../../src/domain/shop/ids';
import { accountOfShop } from '../../access/admission';
import { write } from '../../endpoint/write';
import { presentReadings } from '../../presenters/shops';
import { newReadingId, suffixOf } from '../../repositories/ids';

/** Records how many followers an account had on a day. */
export const endpoint = write(
  applicantRecordFollowers,
  {
    needs: 'applicant.write',
    before: async ({ input, caller, shop }) => {
      if (shopIdOf(input.hostId) !== input.shopId) throw invalidInput({ hostId: 'not_in_store' });
      const account = accountOfShop(shop, input.accountId);
      if (account === null) throw invalidInput({ accountId: 'required' });
      refuseIfAny(readingProblems(input, caller.now));
      return account;
    },
  },
  async ({ input, caller, t, prepared: account }) => {
    const { shopId, hostId, accountId, count, readOn } = input;
    const host = await t.get('hosts', hostId);
    if (host === null) throw new Failure('not_found');
    const reading = { accountId, platform: account.platform, count, readOn };
    const followersByYear = withReading(host.followersByYear, suffixOf(accountId), reading);
    await t.add('follower_readings', {
      _id: newReadingId(shopId, caller),
      shopId,
      hostId,
      ...reading,
      recordedAt: caller.now,
      recordedBy: caller.person,
    });
    await t.update('hosts', hostId, { followersByYear });
    const followers = presentReadings({ followersByYear });
    return { data: { shopId, hostId, facts: [...host.facts], followers } };
  },
);
