import { isPlainAddress } from '@samanker/mail';
import { checkText, firstFault, InvalidInput } from '@samanker/request';

/** What is registered of a person, as far as it was given. */
export interface PersonGiven {
  readonly name?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
}

/** The first value of a person that is wrong in itself; what is left out is not asked for. */
export function faultOfPerson({ name, email, phone }: PersonGiven): InvalidInput | null {
  const given = (value: string | null | undefined): value is string => value !== null && value !== undefined;
  return firstFault(
    given(name) && checkText(name, ['input', 'name'], 200, true),
    given(email) && checkText(email, ['input', 'email'], 254, true),
    given(email) && !isPlainAddress(email.trim()) && new InvalidInput(['input', 'email'], 'NOT_AN_ADDRESS'),
    checkText(phone, ['input', 'phone'], 40),
  );
}
