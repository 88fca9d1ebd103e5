import { selfHostIdOf, suffixOf } from '../../../src/domain/shop/ids';
import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { refuseIfAny } from '../../../src/contract/failure';
import { shopRegister } from '../../../src/contract/shop';
import { EMPTY_DISCLOSURE } from '../../../src/domain/shop/disclosure';
import { withBusiness, withOwner } from '../../../src/domain/shop/history';
import { NOT_VERIFIED } from '../../../src/domain/shop/identity';
import {
  asksAge,
  newNamesOfPublicBodies,
  registrationProblems,
} from '../../../src/domain/shop/problems';
import { hasOwnHost } from '../../../src/domain/shop/shop';
import { holdBack } from '../../../src/domain/words/waiting';
import { sightOf } from '../../access/sight';
import type { ShopDoc } from '../../database/documents';
import { personWrite } from '../../endpoint/write';
import { answerWithPhone, presentHost, presentOwnShop } from '../../presenters/shops';
import { sealPhone } from '../../repositories/contact';
import { newSelfHost } from '../../repositories/hosts';
import { firstAccountId, newShopId } from '../../repositories/ids';
import { openPerson, putPerson, seated } from '../../repositories/people';
import { newStorefront } from '../../repositories/storefronts';

function newShop(
  input: CheckedInputOf<'shop.register'>,
  made: { shopId: string; hostId: string | null; now: string },
): ShopDoc {
  return {
    _id: made.shopId,
    name: input.name,
    legalForm: input.legalForm,
    lineOfBusiness: input.lineOfBusiness,
    businesses: withBusiness([], input.lineOfBusiness, made.now),
    place: input.place,
    age: asksAge(input.legalForm) ? input.age : null,
    intro: '',
    sealedPhone: sealPhone(made.shopId, input.phone),
    accounts: [
      {
        id: firstAccountId(made.shopId),
        ...input.account,
        hostId: made.hostId,
        finderUserName: null,
        owners: withOwner([], made.hostId, made.now),
      },
    ],
    disclosure: EMPTY_DISCLOSURE,
    disclosureConsentAt: null,
    isPublished: false,
    isListed: false,
    listedKey: '',
    verification: NOT_VERIFIED,
    suspension: null,
    hostCount: made.hostId === null ? 0 : 1,
    followersByYear: {},
    facts: [],
    registeredAt: made.now,
    waiting: [],
    version: 1,
  };
}

/** Registers a store; the caller becomes its one owner. */
export const endpoint = personWrite(
  shopRegister,
  {
    words: { fields: ['name', 'account.name'], subject: ({ shop }) => shop.id },
    after: async ({ input }, answer) => answerWithPhone(answer, input.phone),
  },
  async ({ input, caller, t, words }) => {
    const { now } = caller;
    const names = newNamesOfPublicBodies([
      ['name', input.name],
      ['account.name', input.account.name],
    ]);
    refuseIfAny({ ...registrationProblems(input, now), ...names });
    const person = await openPerson(t, caller.person);
    const shopId = newShopId(caller);
    const hostId = hasOwnHost(input) ? selfHostIdOf(shopId) : null;
    const shop = holdBack('shop', newShop(input, { shopId, hostId, now }), null, words.held);
    const self = hostId === null ? null : newSelfHost(shopId, shop.name, now);
    await t.add('shops', shop);
    await putPerson(t, seated(person, shopId, { role: 'owner', hostId: null, joinedAt: now }));
    if (self !== null) await t.add('hosts', self);
    const hostNames = self === null ? {} : { [suffixOf(self._id)]: self.name };
    await t.add('storefronts', newStorefront(shop, hostNames));
    const sight = sightOf({ role: 'owner', hostId: null });
    const hosts = self === null ? [] : [presentHost(self, sight)];
    return { shopId, data: { shop: presentOwnShop(shop, 'owner', sight), hosts } };
  },
);
