import type { Language as Written } from '@samanker/clock';
import type { Work } from '@samanker/database';
import type { Language } from '@samanker/request';
import { delegationMail, type ToldDelegation } from './delegation-wording.rules';
import type { Wording } from './sentences.rules';

/** A notice, as far as its words depend on it. */
export interface DelegationNotice {
  readonly id: string;
  readonly delegationId: string;
  readonly personId: string | null;
  readonly toAddress: string;
  readonly language: Language;
}

interface Standing extends ToldDelegation {
  readonly id: string;
  readonly personId: string;
  readonly email: string;
}

/** What deputies are told; nothing of what was ended, is over, or of a role that is held no more (R12). One statement. */
export async function delegationWordings(
  work: Work,
  notices: readonly DelegationNotice[],
  publicUrl: string,
): Promise<Map<string, Wording>> {
  const wordings = new Map<string, Wording>();
  if (notices.length === 0) return wordings;
  const standing = await work.query<Standing>(
    `select d.id, d.person_id as "personId", p.email, h.name as holder, r.kind as role, coalesce(o.name, g.name) as of,
       d.from_on as "fromOn", d.to_on as "toOn"
     from role_delegation d join person p on p.id = d.person_id join role r on r.id = d.role_id and r.active
     join person h on h.id = r.person_id join region g on g.id = d.region_id left join organisation o on o.id = r.organisation_id
     where d.region_id = $1 and d.id = any($2::uuid[]) and d.ended_at is null and d.to_on >= $3::date`,
    [work.regionId, notices.map(({ delegationId }) => delegationId), work.today],
  );
  for (const { id, delegationId, personId, toAddress, language } of notices) {
    const delegation = standing.find((one) => one.id === delegationId);
    if (delegation?.personId !== personId || delegation?.email !== toAddress) continue;
    wordings.set(
      id,
      delegationMail({
        language: language.toLowerCase() as Written,
        delegation,
        url: `${publicUrl}/my-deputies`,
      }),
    );
  }
  return wordings;
}
