import type { ShopDoc } from '../database/documents';
import { openText, sealText } from './secrets';

/** A private phone number as it is kept. */
export function sealPhone(shopId: string, phone: string | null): string | null {
  return phone === null ? null : sealText(shopId, phone);
}

/** The private phone number of a store. @throws Error when the environment lacks its key. */
export function phoneOf({ _id, sealedPhone }: Pick<ShopDoc, '_id' | 'sealedPhone'>): string | null {
  return sealedPhone === null ? null : openText(_id, sealedPhone);
}
