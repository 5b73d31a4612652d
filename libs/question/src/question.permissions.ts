import { capacityOf, holds, permission, type Actor, type Grant, type Parties } from '@samanker/request';
import { DECIDING_ROLES, partiesOf } from '@samanker/participation';
import { answererOf, type Side } from './question.rules';

/** Who speaks for each side: the people of the municipality, and the coordinator of the case. */
const SPEAKS: Grant = { own: [...DECIDING_ROLES, 'CONTRIBUTOR'], host: ['COORDINATOR'] };

/** Asks a question: a municipality the host, or the host a municipality. */
export const mayAsk = permission(SPEAKS).of(partiesOf);

/** A question, as far as it decides who may answer and who sees it. */
export interface Asked extends Parties {
  readonly byHost: boolean;
  readonly shared: boolean;
}

const OF_SIDE: Readonly<Record<Side, Grant>> = { MUNICIPALITY: { own: SPEAKS.own! }, HOST: { host: SPEAKS.host! } };

/** Answers a question: whoever speaks for the side that was asked. */
export const mayAnswer = permission<Asked>(SPEAKS, {
  grantFor: ({ byHost }) => OF_SIDE[answererOf(byHost ? 'HOST' : 'MUNICIPALITY')],
  sees: (actor, asked) => seesQuestion(actor, asked),
});

/** Shares an answer of the host with all municipalities: the coordinator of the case. */
export const mayShareAnswer = permission<Asked>(
  { host: ['COORDINATOR'] },
  { sees: (actor, asked) => seesQuestion(actor, asked) },
);

/** R28: what is asked is for the two that it stands between, and for those who look after the region; shared, for all. */
export function seesQuestion(actor: Actor, { organisationId, hostOrganisationId, shared }: Asked): boolean {
  return (
    shared ||
    (actor.organisationId !== null && [organisationId, hostOrganisationId].includes(actor.organisationId)) ||
    holds(actor, ['SECRETARIAT', 'REGIONAL_GROUP'])
  );
}

/** The same in SQL: the question `q` of the participation `p` in the case `c`. Parameters from `at` on. */
export function questionsSeenSql(at: number): string {
  return `(q.shared or p.organisation_id = $${at}::uuid or c.host_organisation_id = $${at}::uuid or $${at + 1}::boolean)`;
}

/** The two parameters of it: who asks. */
export function questionsSeenBy(actor: Actor): unknown[] {
  return [actor.organisationId, holds(actor, ['SECRETARIAT', 'REGIONAL_GROUP'])];
}

/** In which capacity somebody speaks. */
export function speaksAs(actor: Actor, parties: Parties) {
  return capacityOf(actor, SPEAKS, parties);
}
