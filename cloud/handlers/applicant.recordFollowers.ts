import { Failure, invalidInput } from '../../src/contract/failure';
import { readingProblems } from '../../src/domain/incentive/problems';
import { yearOf } from '../../src/domain/time';
import type { HostDoc, ReadingRecord } from '../database/documents';
import { presentReadings } from '../presenters/shops';
import { writeOnce } from '../repositories/changes';
import { idFrom, shopOf, suffixOf } from '../repositories/ids';
import { accountOfShop, admit } from './admit';
import { type Handler, intend } from './handler';

/** The year's latest reading of an account: a later day wins, on the same day the later entry. */
function withReading(
  byYear: HostDoc['followersByYear'],
  reading: ReadingRecord,
): HostDoc['followersByYear'] {
  const year = String(yearOf(reading.readOn));
  const key = suffixOf(reading.accountId);
  const known = byYear[year]?.[key];
  if (known !== undefined && known.readOn > reading.readOn) return byYear;
  return { ...byYear, [year]: { ...byYear[year], [key]: reading } };
}

/** Records how many followers an account had on a day. */
export const applicantRecordFollowers: Handler<'applicant.recordFollowers'> = async (
  input,
  caller,
) => {
  const { shopId, hostId, accountId, count, readOn } = input;
  const { shop } = await admit(shopId, caller, 'applicant.write');
  if (shopOf(hostId) !== shopId) throw invalidInput({ hostId: 'not_in_store' });
  const account = accountOfShop(shop, accountId);
  if (account === null) throw invalidInput({ accountId: 'required' });
  const fields = readingProblems(input, caller.now);
  if (Object.keys(fields).length > 0) throw invalidInput(fields);
  const reading = { accountId, platform: account.platform, count, readOn };
  const readingId = `${shopId}.f${idFrom(caller.person, caller.requestKey, 'reading')}`;
  return writeOnce(intend('applicant.recordFollowers', input, caller), async (t) => {
    const host = await t.get('hosts', hostId);
    if (host === null) throw new Failure('not_found');
    const followersByYear = withReading(host.followersByYear, reading);
    await t.add('follower_readings', {
      _id: readingId,
      shopId,
      hostId,
      ...reading,
      recordedAt: caller.now,
      recordedBy: caller.person,
    });
    await t.update('hosts', hostId, { followersByYear });
    const followers = presentReadings({ followersByYear });
    return { shopId, data: { shopId, hostId, facts: [...host.facts], followers } };
  });
};
