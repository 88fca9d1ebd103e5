import { shopRegister } from '../../contract/shop';
import { asksAge, registrationProblems } from '../../domain/shop/problems';
import type { ShopStore } from '../shop-store';
import type { DraftDevice } from '../store-context';
import { textOrNull } from './amounts';
import { Draft } from './draft';
import { placeInput } from './place';
import type { FieldsOf } from './typed';

/** A store being registered. */
export type RegisterDraft = Draft<'shop.register'>;

/**
 * A registration of which nothing was typed.
 * @internal
 */
export const EMPTY_REGISTRATION: FieldsOf<'shop.register'> = {
  name: '',
  legalForm: null,
  lineOfBusiness: null,
  place: { where: null, town: null, movingOn: null },
  account: { platform: null, name: '' },
  phone: '',
  age: null,
  consent: false,
};

/** The unsent registration on this device, or an empty one. */
export function createRegisterDraft(
  device: DraftDevice,
  shops: Pick<ShopStore, 'register'>,
): RegisterDraft {
  return new Draft(device, shopRegister, {
    name: 'register',
    initial: EMPTY_REGISTRATION,
    toInput: (fields) => ({
      ...fields,
      place: placeInput(fields.place),
      phone: textOrNull(fields.phone),
      age: asksAge(fields.legalForm) ? fields.age : null,
    }),
    problems: registrationProblems,
    send: (input, requestKey) => shops.register(input, requestKey),
  });
}
