import type { OutputOf } from '../../contract/endpoints';
import { shopUpdateInput, type OwnShop } from '../../contract/shop';
import { disclosureFields, type Disclosure } from '../../domain/shop/disclosure';
import type { Platform } from '../../domain/shop/platform';
import { shopProblems } from '../../domain/shop/problems';
import type { LegalForm, LineOfBusiness } from '../../domain/shop/shop';
import { Draft, type DraftPlan, type DraftPorts } from './draft';
import { placeInput, type PlaceFields } from './place-fields';
import { textOrNull } from './typed';

/** One platform account in the form; `id` null while it is new. */
export interface AccountFields {
  id: string | null;
  platform: Platform | null;
  name: string;
  hostId: string | null;
}

/** The store form, as typed. */
export interface ShopFields extends PlaceFields {
  version: number;
  name: string;
  legalForm: LegalForm;
  lineOfBusiness: LineOfBusiness;
  intro: string;
  phone: string;
  accounts: AccountFields[];
  legalName: string;
  operatorName: string;
  creditCode: string;
  address: string;
  contact: string;
  exemption: string;
}

/** The form of a store as it stands in the cloud. */
export function shopFields(shop: OwnShop): ShopFields {
  return {
    version: shop.version,
    name: shop.name,
    legalForm: shop.legalForm,
    lineOfBusiness: shop.lineOfBusiness,
    where: shop.place.where,
    town: shop.place.town,
    movingOn: shop.place.movingOn,
    intro: shop.intro,
    phone: shop.phone ?? '',
    accounts: shop.accounts.map(({ id, platform, name, hostId }) => ({
      id,
      platform,
      name,
      hostId,
    })),
    legalName: shop.disclosure.legalName ?? '',
    operatorName: shop.disclosure.operatorName ?? '',
    creditCode: shop.disclosure.creditCode ?? '',
    address: shop.disclosure.address ?? '',
    contact: shop.disclosure.contact ?? '',
    exemption: shop.disclosure.exemption ?? '',
  };
}

/** The disclosure as it would be sent: only what the legal form asks for. */
function disclosureInput(fields: ShopFields): Disclosure {
  const asked = disclosureFields(fields.legalForm);
  const value = (name: keyof Disclosure) =>
    asked.includes(name) ? textOrNull(fields[name]) : null;
  return {
    legalName: value('legalName'),
    operatorName: value('operatorName'),
    creditCode: value('creditCode')?.toUpperCase() ?? null,
    address: value('address'),
    contact: value('contact'),
    exemption: value('exemption'),
  };
}

function toInput(shopId: string) {
  return (fields: ShopFields) => ({
    shopId,
    version: fields.version,
    name: fields.name,
    legalForm: fields.legalForm,
    lineOfBusiness: fields.lineOfBusiness,
    place: placeInput(fields),
    intro: fields.intro,
    phone: textOrNull(fields.phone),
    accounts: fields.accounts,
    disclosure: disclosureInput(fields),
  });
}

type Send = DraftPlan<ShopFields, typeof shopUpdateInput, OutputOf<'shop.update'>>['send'];

/** A store being edited. On `stale_version`, `rebase(shopFields(latest))` and send again. */
export type ShopDraft = Draft<ShopFields, typeof shopUpdateInput, OutputOf<'shop.update'>>;

/** The store's form with what was typed and not sent. */
export function createShopDraft(ports: DraftPorts, shop: OwnShop, send: Send): ShopDraft {
  return new Draft<ShopFields, typeof shopUpdateInput, OutputOf<'shop.update'>>(ports, {
    name: `shop/${shop.id}`,
    initial: shopFields(shop),
    schema: shopUpdateInput,
    toInput: toInput(shop.id),
    alsoWrong: (fields) => shopProblems(toInput(shop.id)(fields)),
    send,
  });
}
