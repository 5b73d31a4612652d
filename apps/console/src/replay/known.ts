import type { StepKey } from '../seed/act';
import { idIn2016 } from '../seed/agder-organisations';
import { CASE_TITLE } from '../seed/agder-2016-script';
import { HOST } from '../seed/agder';
import { seedId } from '../seed/seed-id';
import type { Asks, Drive } from './drive';

interface CasePart {
  readonly id: string;
  readonly items: readonly { readonly id: string }[];
}

/**
 * What the script cannot know beforehand: the ids that the service gave. Asked for when first needed, through the same API,
 * by the host's coordinator; so a replay can go on where an earlier one stopped.
 */
export class Known {
  private asker: Promise<Asks> | null = null;
  private theCase: Promise<{ id: string; parts: readonly CasePart[] }> | null = null;
  private participations: Promise<Map<string, string>> | null = null;
  private readonly routes = new Map<string, Promise<Map<string, string>>>();

  constructor(private readonly drive: Drive) {}

  /** The proposal that groups most needs. */
  async proposal(): Promise<{ id: string; version: number; needIds: string[] }> {
    type Proposal = { id: string; version: number; needs: { id: string }[] };
    const { mergeProposals } = await (
      await this.drive.as('REGION:REGIONAL_GROUP:1')
    ).query<{ mergeProposals: Proposal[] }>('{ mergeProposals(state: PROPOSED) { id version needs { id } } }');
    const [largest] = [...mergeProposals].sort((a, b) => b.needs.length - a.needs.length);
    if (!largest) throw new Error('No merge proposal has been made.');
    return { id: largest.id, version: largest.version, needIds: largest.needs.map(({ id }) => id) };
  }

  async caseId(): Promise<string> {
    return (await this.found()).id;
  }

  async parts(): Promise<readonly CasePart[]> {
    return (await this.found()).parts;
  }

  async participation(number: string): Promise<string> {
    this.participations ??= this.loadParticipations();
    return this.must((await this.participations).get(idIn2016(number)), `participation of ${number}`);
  }

  async step(number: string, key: StepKey): Promise<string> {
    let route = this.routes.get(number);
    if (!route) {
      route = this.loadRoute(number);
      this.routes.set(number, route);
    }
    const steps = await route;
    return this.must(steps.get(key) ?? steps.get(seedId('body', number, key)), `step ${key} of ${number}`);
  }

  async openCondition(number: string): Promise<string> {
    type Found = { participation: { conditions: { id: string; state: string }[] } };
    const { participation } = await (
      await this.host()
    ).query<Found>('query ($id: UUID!) { participation(id: $id) { conditions { id state } } }', {
      id: await this.participation(number),
    });
    return this.must(participation.conditions.find(({ state }) => state === 'OPEN')?.id, `open condition of ${number}`);
  }

  async escalationOffer(number: string): Promise<string> {
    type Found = { escalationOffers: { id: string; state: string; organisationId: string }[] };
    const { escalationOffers } = await (
      await this.host()
    ).query<Found>('query ($id: UUID!) { escalationOffers(caseId: $id) { id state organisationId } }', {
      id: await this.caseId(),
    });
    const organisationId = idIn2016(number);
    return this.must(
      escalationOffers.find((offer) => offer.organisationId === organisationId && offer.state === 'OFFERED')?.id,
      `offered escalation for ${number}`,
    );
  }

  private found(): Promise<{ id: string; parts: readonly CasePart[] }> {
    this.theCase ??= this.loadCase();
    return this.theCase;
  }

  private async loadCase(): Promise<{ id: string; parts: readonly CasePart[] }> {
    type Found = { procurementCases: { id: string; title: string; parts: CasePart[] }[] };
    const { procurementCases } = await (
      await this.host()
    ).query<Found>('{ procurementCases { id title parts { id items { id } } } }');
    return this.must(
      procurementCases.find(({ title }) => title === CASE_TITLE),
      'case',
    );
  }

  private async loadParticipations(): Promise<Map<string, string>> {
    type Found = { participations: { id: string; organisationId: string }[] };
    const { participations } = await (
      await this.host()
    ).query<Found>('query ($id: UUID!) { participations(caseId: $id) { id organisationId } }', {
      id: await this.caseId(),
    });
    return new Map(participations.map(({ id, organisationId }) => [organisationId, id]));
  }

  /** Steps by body, administrative ones by the role that decides. */
  private async loadRoute(number: string): Promise<Map<string, string>> {
    type Found = { participationRoute: { steps: { id: string; bodyId: string | null; role: string }[] } };
    const { participationRoute } = await (
      await this.host()
    ).query<Found>('query ($id: UUID!) { participationRoute(participationId: $id) { steps { id bodyId role } } }', {
      id: await this.participation(number),
    });
    return new Map(participationRoute.steps.map(({ id, bodyId, role }) => [bodyId ?? role, id]));
  }

  private host(): Promise<Asks> {
    this.asker ??= this.drive.as(`${HOST}:COORDINATOR`);
    return this.asker;
  }

  private must<T>(value: T | null | undefined, what: string): T {
    if (value === null || value === undefined) throw new Error(`Not found: ${what}.`);
    return value;
  }
}
