import type { InputOf } from '../../contract/endpoints';
import { type OwnShop, shopUpdate } from '../../contract/shop';
import { type Disclosure, disclosureFields } from '../../domain/shop/disclosure';
import { shopProblems } from '../../domain/shop/problems';
import type { ShopStore } from '../shop-store';
import type { DraftDevice } from '../store-context';
import { textOrNull } from './amounts';
import { Draft } from './draft';
import { placeInput } from './place';
import { sendable } from './sendable-edit';
import type { FieldsOf } from './typed';

/** A store being edited. On `stale_version`, `rebase(shopFields(latest))` and send again. */
export type ShopDraft = Draft<'shop.update'>;

type ShopFields = FieldsOf<'shop.update'>;
type ShopInput = InputOf<'shop.update'>;

/** A platform account in the form. */
export type AccountFields = ShopFields['accounts'][number];

/** An account that is not filled in yet. */
export const NEW_ACCOUNT: AccountFields = {
  id: null,
  platform: null,
  name: '',
  hostId: null,
  finderUserName: '',
};

/** The form of a store as it stands in the cloud. */
export function shopFields(shop: OwnShop): ShopFields {
  const { disclosure } = shop;
  return {
    shopId: shop.id,
    version: shop.version,
    name: shop.name,
    legalForm: shop.legalForm,
    lineOfBusiness: shop.lineOfBusiness,
    place: shop.place,
    intro: shop.intro,
    phone: shop.phone ?? '',
    accounts: shop.accounts.map((account) => ({
      ...account,
      finderUserName: account.finderUserName ?? '',
    })),
    disclosure: {
      legalName: disclosure.legalName ?? '',
      operatorName: disclosure.operatorName ?? '',
      creditCode: disclosure.creditCode ?? '',
      address: disclosure.address ?? '',
      contact: disclosure.contact ?? '',
      exemption: disclosure.exemption ?? '',
    },
    consent: false,
  };
}

/** The disclosure to send: only the fields of the legal form. */
function disclosureInput({ legalForm, disclosure }: ShopFields): Disclosure {
  const asked = legalForm === null ? [] : disclosureFields(legalForm);
  function value(name: keyof Disclosure): string | null {
    return asked.includes(name) ? textOrNull(disclosure[name]) : null;
  }
  return {
    legalName: value('legalName'),
    operatorName: value('operatorName'),
    creditCode: value('creditCode')?.toUpperCase() ?? null,
    address: value('address'),
    contact: value('contact'),
    exemption: value('exemption'),
  };
}

/** An account to send: its id on Channels belongs to that platform only. */
function accountInput(account: AccountFields) {
  const isOnChannels = account.platform === 'channels';
  return {
    ...account,
    finderUserName: isOnChannels ? textOrNull(account.finderUserName ?? '') : null,
  };
}

/** The accounts of an edit; the stored write gave ids to new ones, which are not added again. */
function withGivenIds(edit: ShopInput, storedInput: ShopInput, stored: OwnShop) {
  const given = storedInput.accounts.flatMap(({ id }, index) =>
    id === null ? (stored.accounts[index]?.id ?? []) : [],
  );
  return edit.accounts.map((account) =>
    account.id === null ? { ...account, id: given.shift() ?? null } : account,
  );
}

/** The store's form with its unsent changes. */
export function createShopDraft(
  device: DraftDevice,
  shops: Pick<ShopStore, 'update'>,
  shop: OwnShop,
): ShopDraft {
  return new Draft(device, shopUpdate, {
    name: `shop/${shop.id}`,
    initial: shopFields(shop),
    toInput: (fields) => ({
      ...fields,
      place: placeInput(fields.place),
      phone: textOrNull(fields.phone),
      accounts: fields.accounts.map(accountInput),
      disclosure: disclosureInput(fields),
    }),
    problems: shopProblems,
    send: (input, requestKey) => shops.update(sendable(input, shop), requestKey),
    changeStored: ({ stored, storedInput, input, requestKey }) => {
      const version = Math.max(input.version, stored.shop.version);
      const accounts = withGivenIds(input, storedInput, stored.shop);
      return shops.update({ ...input, version, accounts }, requestKey);
    },
  });
}
