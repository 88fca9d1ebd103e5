import { Failure, invalidInput } from '../../src/contract/failure';
import type { CheckedInputOf } from '../../src/contract/endpoints';
import { EMPTY_DISCLOSURE } from '../../src/domain/shop/disclosure';
import { registrationProblems } from '../../src/domain/shop/problems';
import type { Writer } from '../access/caller';
import type { ShopDoc } from '../database/documents';
import { presentHost, presentOwnShop } from '../presenters/shops';
import { writeOnce } from '../repositories/changes';
import { idFrom } from '../repositories/ids';
import { MAX_SHOPS, countSeatsOf, membershipId } from '../repositories/shops';
import { selfHost } from './edit-shop';
import { type Handler, intend } from './handler';

type Input = CheckedInputOf<'shop.register'>;

function newShop(input: Input, { now }: Writer, shopId: string, hostId: string | null): ShopDoc {
  return {
    _id: shopId,
    name: input.name,
    legalForm: input.legalForm,
    lineOfBusiness: input.lineOfBusiness,
    place: input.place,
    age: input.legalForm === 'company' ? null : input.age,
    intro: '',
    phone: input.phone,
    accounts: [{ id: `${shopId}.amain`, ...input.account, hostId }],
    disclosure: EMPTY_DISCLOSURE,
    disclosureConsentAt: null,
    isPublished: false,
    isListed: false,
    listedKey: '',
    verification: { state: 'unverified', on: null },
    facts: [],
    registeredAt: now,
    version: 1,
  };
}

/** Registers a store; the caller becomes its one owner. */
export const shopRegister: Handler<'shop.register'> = async (input, caller) => {
  const fields = registrationProblems(input);
  if (Object.keys(fields).length > 0) throw invalidInput(fields);
  const { person, requestKey, now } = caller;
  const shopId = `s${idFrom(person, requestKey, 'shop')}`;
  const self = input.lineOfBusiness === 'streamer' ? selfHost(shopId, input.name, now) : null;
  const shop = newShop(input, caller, shopId, self?._id ?? null);
  const isFull = (await countSeatsOf(person)) >= MAX_SHOPS;
  return writeOnce(intend('shop.register', input, caller), async (t) => {
    if (isFull) throw new Failure('limit_reached', { info: { limit: MAX_SHOPS } });
    await t.add('shops', shop);
    const membership = { shopId, personId: person, role: 'owner' as const, joinedAt: now };
    await t.add('memberships', { _id: membershipId(shopId, person), ...membership });
    if (self !== null) await t.add('hosts', self);
    const hosts = self === null ? [] : [presentHost(self)];
    return { shopId, data: { shop: presentOwnShop(shop, 'owner'), hosts } };
  });
};
