import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { invalidInput, limitReached, refuseIfAny } from '../../../src/contract/failure';
import { shopUpdate } from '../../../src/contract/shop';
import {
  accountProblems,
  hasTooManyAccounts,
  withKeptAccounts,
} from '../../../src/domain/shop/accounts';
import {
  accountNames,
  newNamesOfPublicBodies,
  publicPageProblems,
  shopProblems,
} from '../../../src/domain/shop/problems';
import type { FieldIssues } from '../../../src/domain/field-issues';
import { withBusiness, withOwner } from '../../../src/domain/shop/history';
import { isDisclosureSame } from '../../../src/domain/shop/identity';
import type { Writer } from '../../access/caller';
import type { AccountRecord, ShopDoc } from '../../database/documents';
import { write } from '../../endpoint/write';
import {
  answerWithPhone,
  presentAccountWarnings,
  presentCreditCodeWarnings,
  presentOwnShop,
} from '../../presenters/shops';
import { sealPhone } from '../../repositories/contact';
import { addHost, followShopName, hostsById, newSelfHost } from '../../repositories/hosts';
import { newAccountId } from '../../repositories/ids';
import { saveShop, shopAtVersion } from '../../repositories/shops';
import { moveReadings } from './move-readings';
import { hasOwnHost, MAX_ACCOUNTS } from '../../../src/domain/shop/shop';
import { holdBack } from '../../../src/domain/words/waiting';

type Input = CheckedInputOf<'shop.update'>;

function check(input: Input, shop: ShopDoc, now: string): void {
  const problems = {
    ...shopProblems(input, now),
    ...accountProblems(shop._id, input.accounts, shop.accounts),
  };
  // What the law asks for cannot be emptied while the page is public.
  if (shop.isPublished) Object.assign(problems, publicPageProblems(input));
  const known = [shop.name, ...shop.accounts.map(({ name }) => name)];
  const names: [string, string][] = [['name', input.name]];
  Object.assign(
    problems,
    newNamesOfPublicBodies([...names, ...accountNames(input.accounts)], known),
  );
  refuseIfAny(problems);
}

/**
 * When people agreed to what everyone sees of the store.
 * @throws Failure when it changes on a public page without their consent (PIPL art. 25).
 */
function consentAt(input: Input, shop: ShopDoc, now: string): string | null {
  if (!shop.isPublished || isDisclosureSame(shop, input)) return shop.disclosureConsentAt;
  if (!input.consent) throw invalidInput({ consent: 'consent_needed' });
  return now;
}

/** The edited accounts, a new one with its id; each with its owners. */
function editedAccounts({ accounts }: Input, shop: ShopDoc, caller: Writer): AccountRecord[] {
  return accounts.map((account, index) => {
    const known = shop.accounts.find(({ id }) => id === account.id);
    const owners = withOwner(known?.owners ?? [], account.hostId, caller.now);
    return { ...account, id: account.id ?? newAccountId(shop._id, caller, index), owners };
  });
}

/** The hosts to whom an edit gives accounts: those who do not have them yet. */
function givenTo({ accounts }: Input, shop: ShopDoc): string[] {
  const hostIdOf = (id: string | null) => shop.accounts.find((known) => known.id === id)?.hostId;
  const given = accounts.flatMap(({ id, hostId }) =>
    hostId === null || hostId === hostIdOf(id) ? [] : [hostId],
  );
  return [...new Set(given)];
}

/** Those of the hosts to whom accounts are given that exist: none ever goes. At most one call. */
async function knownHosts(input: Input, shop: ShopDoc): Promise<string[]> {
  const given = givenTo(input, shop);
  const hosts = given.length === 0 ? [] : await hostsById(given);
  return hosts.map(({ _id }) => _id);
}

/** @throws Failure `invalid_input` when an account is given to a host that the store does not have. */
function requireHosts(input: Input, shop: ShopDoc, known: readonly string[]): void {
  const unknown = givenTo(input, shop).filter((id) => !known.includes(id));
  const problems: FieldIssues = {};
  input.accounts.forEach(({ hostId }, index) => {
    const isUnknown = hostId !== null && unknown.includes(hostId);
    if (isUnknown) problems[`accounts.${String(index)}.hostId`] = 'not_in_store';
  });
  refuseIfAny(problems);
}

/** Changes a store that was read at `version`. */
export const endpoint = write(
  shopUpdate,
  {
    needs: 'shop.edit',
    host: () => null,
    words: {
      fields: [
        'name',
        'intro',
        'accounts.*.name',
        'disclosure.legalName',
        'disclosure.operatorName',
        'disclosure.address',
        'disclosure.contact',
        'disclosure.exemption',
      ],
      subject: ({ shop }) => shop.id,
    },
    before: ({ input, shop }) => knownHosts(input, shop),
    after: async ({ input }, answer) => answerWithPhone(answer, input.phone),
  },
  async ({ input, caller, role, host: self, t, prepared: known, words }) => {
    const shop = await shopAtVersion(t, input.shopId, input.version);
    check(input, shop, caller.now);
    requireHosts(input, shop, known);
    const { shopId, phone, consent: _consent, ...fields } = input;
    const disclosureConsentAt = consentAt(input, shop, caller.now);
    const accounts = withKeptAccounts(editedAccounts(input, shop, caller), shop.accounts);
    if (hasTooManyAccounts(accounts.length, shop.accounts.length)) throw limitReached(MAX_ACCOUNTS);
    const edited = holdBack('shop', { ...shop, ...fields, accounts }, shop, words.held);
    const followersByYear = await moveReadings(t, shop, accounts);
    const businesses = withBusiness(shop.businesses, input.lineOfBusiness, caller.now);
    // A store that becomes a streamer's own gets its one host; an earlier one is used again.
    const becomesStreamer = hasOwnHost(input) && !hasOwnHost(shop);
    const isNewHost = becomesStreamer && self === null;
    if (isNewHost) await addHost(t, newSelfHost(shopId, edited.name, caller.now));
    else if (self !== null && edited.name !== shop.name) {
      await followShopName(t, self._id, edited.name);
    }
    const hostCount = shop.hostCount + (isNewHost ? 1 : 0);
    const saved = await saveShop(t, shop, {
      ...edited,
      sealedPhone: sealPhone(shopId, phone),
      followersByYear,
      businesses,
      hostCount,
      disclosureConsentAt,
    });
    return {
      data: { shop: presentOwnShop(saved, role, caller.sight) },
      warnings: [
        ...presentAccountWarnings(saved),
        ...presentCreditCodeWarnings(saved.disclosure.creditCode),
      ],
    };
  },
);
