import type { OutputOf } from '../../contract/endpoints';
import { shopRegisterInput } from '../../contract/shop';
import { asksAge, registrationProblems } from '../../domain/shop/problems';
import type { Platform } from '../../domain/shop/platform';
import type { Age, LegalForm, LineOfBusiness } from '../../domain/shop/shop';
import { Draft, type DraftPlan, type DraftPorts } from './draft';
import { NO_PLACE, placeInput, type PlaceFields } from './place-fields';
import { textOrNull } from './typed';

/** The registration form, as typed. */
export interface RegisterFields extends PlaceFields {
  name: string;
  legalForm: LegalForm | null;
  lineOfBusiness: LineOfBusiness | null;
  platform: Platform | null;
  accountName: string;
  phone: string;
  age: Age | null;
  hasConsented: boolean;
}

const EMPTY: RegisterFields = {
  ...NO_PLACE,
  name: '',
  legalForm: null,
  lineOfBusiness: null,
  platform: null,
  accountName: '',
  phone: '',
  age: null,
  hasConsented: false,
};

function toInput(fields: RegisterFields) {
  return {
    name: fields.name,
    legalForm: fields.legalForm,
    lineOfBusiness: fields.lineOfBusiness,
    place: placeInput(fields),
    account: { platform: fields.platform, name: fields.accountName },
    phone: textOrNull(fields.phone),
    age: asksAge(fields.legalForm) ? fields.age : null,
    consent: fields.hasConsented,
  };
}

/** A store being registered. */
export type RegisterDraft = Draft<
  RegisterFields,
  typeof shopRegisterInput,
  OutputOf<'shop.register'>
>;

/** The unsent registration on this device, or an empty one. */
export function createRegisterDraft(
  ports: DraftPorts,
  send: DraftPlan<RegisterFields, typeof shopRegisterInput, OutputOf<'shop.register'>>['send'],
): RegisterDraft {
  return new Draft<RegisterFields, typeof shopRegisterInput, OutputOf<'shop.register'>>(ports, {
    name: 'register',
    initial: EMPTY,
    schema: shopRegisterInput,
    toInput,
    alsoWrong: (fields) => registrationProblems(toInput(fields)),
    send,
  });
}
