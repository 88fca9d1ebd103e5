import { suffixOf } from '../../../src/domain/shop/ids';
import { applicantRecordFollowers } from '../../../src/contract/applicant';
import { Failure, invalidInput, refuseIfAny } from '../../../src/contract/failure';
import { readingProblems } from '../../../src/domain/incentive/problems';
import { recordedAtOf, withReading } from '../../../src/domain/incentive/readings';
import { accountOfShop } from '../../access/admission';
import { write } from '../../endpoint/write';
import { presentReadings } from '../../presenters/shops';
import { newReadingId } from '../../repositories/ids';
import { saveShop } from '../../repositories/shops';

/** Records how many followers an account had on a day, for the host or the store it belongs to. */
export const endpoint = write(
  applicantRecordFollowers,
  {
    needs: 'applicant.write',
    before: async ({ input, caller, shop }) => {
      const account = accountOfShop(shop, input.accountId);
      if (account === null) throw invalidInput({ accountId: 'required' });
      refuseIfAny(readingProblems(input, caller.now));
    },
  },
  async ({ input, caller, t }) => {
    const { shopId, accountId, count, readOn } = input;
    // Whose account it is may have changed since the store was read for the admission.
    const shop = await t.get('shops', shopId);
    const account = shop?.accounts.find(({ id }) => id === accountId);
    if (shop === null || account === undefined) throw new Failure('not_found');
    const { hostId, platform } = account;
    const host = hostId === null ? null : await t.get('hosts', hostId);
    const subject = host ?? shop;
    const key = suffixOf(accountId);
    const recordedAt = recordedAtOf(subject.followersByYear, key, { readOn, now: caller.now });
    const reading = { accountId, platform, count, readOn, recordedAt };
    const followersByYear = withReading(subject.followersByYear, key, reading);
    await t.add('follower_readings', {
      _id: newReadingId(shopId, caller),
      shopId,
      ...reading,
      recordedBy: caller.person,
    });
    if (host === null) await saveShop(t, shop, { ...shop, followersByYear });
    else await t.update('hosts', host._id, { followersByYear });
    const followers = presentReadings({ followersByYear });
    const { facts } = subject;
    return { data: { shopId, hostId: host?._id ?? null, facts: [...facts], followers } };
  },
);
