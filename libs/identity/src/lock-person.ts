import type { Work } from '@samanker/database';
import type { Language } from '@samanker/request';
import { hasCoordinator } from './people-subject';
import type { PeopleSubject } from './role.permissions';

/** What a verb needs to know of the person that it has locked. */
export interface PersonToChange extends PeopleSubject {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly language: Language;
  readonly machine: boolean;
  /** Has acted in another region too. */
  readonly actsElsewhere: boolean;
}

interface Row extends Omit<PersonToChange, 'organisationId' | 'regional' | 'hasCoordinator'> {
  readonly organisations: (string | null)[];
}

/**
 * Locks a person of the region; null when it knows nobody of that id. Whose person it is: of the one organisation that
 * registered them and where all their roles are; of the region as soon as there are two.
 */
export async function lockPerson(work: Work, id: string): Promise<PersonToChange | null> {
  const row = await work.one<Row>(
    `select p.id as "personId", p.name, p.email, p.phone, p.language, p.machine,
       exists (select from person_region e where e.person_id = p.id and e.region_id <> $1) as "actsElsewhere",
       array(select g.organisation_id from person_registration g where g.region_id = $1 and g.person_id = p.id
         union select r.organisation_id from role r where r.region_id = $1 and r.person_id = p.id and r.ended_at is null) as organisations
     from person p where p.id = $2 and (
       exists (select from person_registration g where g.region_id = $1 and g.person_id = p.id)
       or exists (select from role r where r.region_id = $1 and r.person_id = p.id))
     for no key update`,
    [work.regionId, id],
  );
  if (!row || row.machine) return null;
  const { organisations, ...person } = row;
  const organisationId = organisations.length === 1 ? organisations[0]! : null;
  return {
    ...person,
    organisationId,
    regional: organisationId === null,
    hasCoordinator: await hasCoordinator(work, organisationId),
  };
}
