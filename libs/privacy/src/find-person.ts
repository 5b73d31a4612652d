import type { Work } from '@samanker/database';
import type { Named } from './mentions.rules';

/** A person as the register finds them. */
export interface KnownPerson extends Named {
  readonly id: string;
  readonly machine: boolean;
}

/** An address that nobody can have: .invalid is reserved for that (RFC 2606). */
export const NOBODYS_DOMAIN = 'slettet.invalid';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Everybody with this id or work address; more than one may share an address. */
export function findPeople(work: Work, who: string): Promise<KnownPerson[]> {
  return work.query<KnownPerson>(
    `select id, name, email, phone, machine from person
     where ${ID.test(who) ? 'id = $1::uuid' : 'lower(email) = lower($1)'} and email not like '%@${NOBODYS_DOMAIN}' order by id`,
    [who],
  );
}

/** SQL with :person and :address, as a statement with bound parameters. */
export function bound(sql: string, { id, email }: KnownPerson, more: readonly unknown[] = []): [string, unknown[]] {
  const parameters = [...more];
  const place = (value: string): number => {
    const known = parameters.indexOf(value);
    return known < 0 ? parameters.push(value) : known + 1;
  };
  const text = sql.replace(/(?<!:):(person|address)\b/g, (_, name: string) =>
    name === 'person' ? `$${place(id)}::uuid` : `$${place(email)}::text`,
  );
  return [text, parameters];
}
