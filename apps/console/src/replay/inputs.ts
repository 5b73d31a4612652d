import type { Act, Deed } from '../seed/act';
import { idIn2016 } from '../seed/agder-organisations';
import { seedId } from '../seed/seed-id';
import type { Known } from './known';

/** The input of a deed's mutation: what the script names by what it is gets the id that it has by now. */
export async function inputOf({ deed, at, as }: Act, known: Known): Promise<Readonly<Record<string, unknown>>> {
  return {
    ...(await fieldsOf(deed, known)),
    idempotencyKey: `replay ${at} ${as} ${deed.verb}${'step' in deed ? ` ${deed.step}` : ''}`,
  };
}

async function fieldsOf(deed: Deed, known: Known): Promise<Readonly<Record<string, unknown>>> {
  switch (deed.verb) {
    case 'registerNeed': {
      const { verb: _, municipality: __, ...fields } = deed;
      return { fields: { ...fields, unitCode: 'STK', sourcing: 'MARKET', figuresOrigin: 'MODELLED' } };
    }
    case 'acceptMergeProposal': {
      const { id, version, needIds } = await known.proposal();
      return { proposalId: id, version, ...(deed.terms ? { terms: termsInput(deed.terms, needIds) } : {}) };
    }
    case 'inviteMunicipalities':
      return { caseId: await known.caseId(), organisationIds: deed.municipalities.map(idIn2016) };
    case 'submitAnchoringStep':
      return { stepId: await known.step(deed.municipality, deed.step), meetingId: deed.meetingId };
    case 'decideAnchoringStep':
      return {
        stepId: await known.step(deed.municipality, deed.step),
        outcome: deed.outcome,
        decidedOn: deed.decidedOn,
        deferredToMeetingId: deed.deferredToMeetingId ?? null,
        details: deed.bodyCase || deed.text ? { bodyCase: deed.bodyCase ?? null, text: deed.text ?? null } : null,
        conditions: deed.condition ? [{ text: deed.condition, kind: 'BEFORE_NOTICE' }] : null,
        limits: deed.limitPerInhabitantPerYear ? { perInhabitantPerYear: money(deed.limitPerInhabitantPerYear) } : null,
      };
    case 'chooseParts': {
      const [technology, centre] = await known.parts();
      return {
        participationId: await known.participation(deed.municipality),
        choices: [
          { partId: technology!.id, choice: deed.technology },
          { partId: centre!.id, choice: deed.centre },
        ],
        localLeader: deed.localLeader,
      };
    }
    case 'confirmLocalGain':
      return { participationId: await known.participation(deed.municipality) };
    case 'declareVolumes': {
      const items = (await known.parts()).flatMap((part) => part.items);
      return {
        participationId: await known.participation(deed.municipality),
        cells: deed.cells.map(({ item, ...cell }) => ({ ...cell, itemId: items[item]!.id, modelled: true })),
        declare: true,
      };
    }
    case 'recordPowerOfAttorney': {
      const { verb: _, municipality, ...fields } = deed;
      return { participationId: await known.participation(municipality), ...fields };
    }
    case 'settleCondition':
      return { conditionId: await known.openCondition(deed.municipality), state: 'MET' };
    case 'addNote':
    case 'saveTheySayDate': {
      const { verb: _, municipality, ...fields } = deed;
      return { participationId: await known.participation(municipality), ...fields };
    }
    case 'delegateRole':
      return {
        roleId: seedId('role', deed.municipality, deed.role),
        personId: seedId('person', deed.municipality, deed.to),
        fromOn: deed.fromOn,
        toOn: deed.toOn,
      };
    case 'acceptEscalation':
      return { offerId: await known.escalationOffer(deed.municipality) };
    default:
      return { caseId: await known.caseId() };
  }
}

type Terms = NonNullable<Extract<Deed, { verb: 'acceptMergeProposal' }>['terms']>;

function termsInput({ host, parts, ...terms }: Terms, needIds: readonly string[]): Readonly<Record<string, unknown>> {
  return {
    ...terms,
    hostOrganisationId: idIn2016(host),
    parts: parts.map((part) => ({
      title: part.title,
      items: part.items.map(({ takesNeeds, unitPrice, ...item }) => ({
        ...item,
        unitPrice: money(unitPrice),
        needIds: takesNeeds ? needIds : [],
      })),
    })),
  };
}

function money(amount: string): { amount: string; vat: 'EXCLUDED' } {
  return { amount, vat: 'EXCLUDED' };
}
