import { isPlainAddress } from '@samanker/mail';
import { checkText, firstFault, InvalidInput } from '@samanker/request';

/** The fault of an official address: one plain address, or an empty text for none. */
export function officialAddressFault(address: string): InvalidInput | null {
  const path = ['input', 'address'];
  const text = address.trim();
  return firstFault(
    checkText(address, path, 254),
    text !== '' && !isPlainAddress(text) && new InvalidInput(path, 'NOT_AN_ADDRESS'),
  );
}
