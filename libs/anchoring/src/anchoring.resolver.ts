import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { AskedBy, LocalDateScalar, Uuid, type Asker } from '@samanker/request';
import { AdjustRoute, AdjustRouteInput, AdjustRouteResult } from './adjust-route';
import { AnchoringStep } from './anchoring-step.entity';
import { anchoringStepById, participationRoute } from './anchoring.queries';
import { BoardFilter, CaseBoard } from './case-board';
import { caseBoard, caseBoardVersion } from './case-board.queries';
import { DecisionBasis } from './decision-basis';
import { decisionBasisOf } from './decision-basis.queries';
import { InviteMunicipalities, InviteMunicipalitiesInput, InviteMunicipalitiesResult } from './invite-municipalities';
import { LeaveCase, LeaveCaseResult } from './leave-case';
import { LeaveCaseInput } from './leave-case.input';
import { ParticipationRoute } from './participation-route';
import { RouteStepInput } from './route-input';
import { RoutePreviewResult } from './route-preview';
import { previewRoute } from './route-preview.queries';
import { RouteTemplate } from './route-template.entity';
import { routeTemplatesOf } from './route-template.queries';
import { SaveRouteTemplate, SaveRouteTemplateInput, SaveRouteTemplateResult } from './save-route-template';

/** Routes and the board; what happens to a single step is in DecisionResolver. */
@Resolver()
export class AnchoringResolver {
  constructor(
    private readonly templateSaver: SaveRouteTemplate,
    private readonly inviter: InviteMunicipalities,
    private readonly adjuster: AdjustRoute,
    private readonly leaver: LeaveCase,
  ) {}

  @Query(() => CaseBoard, {
    nullable: true,
    description: 'The board of a case: municipalities × steps, what is due soonest first; null when there is none.',
  })
  async caseBoard(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'The case.' }) caseId: string,
    @Args('filter', {
      type: () => BoardFilter,
      nullable: true,
      description: 'Which municipalities; all when left out.',
    })
    filter: BoardFilter | null,
  ): Promise<CaseBoard | null> {
    return caseBoard(await read.work(), caseId, filter ?? null);
  }

  @Query(() => String, {
    nullable: true,
    description:
      'Changes whenever anything on the board of a case may have changed: ask for it often, and for the board when it differs. Null when there is no such case.',
  })
  async caseBoardVersion(
    @Reads() read: RequestRead,
    @Args('caseId', { type: () => Uuid, description: 'The case.' }) caseId: string,
  ): Promise<string | null> {
    return caseBoardVersion(await read.work(), caseId);
  }

  @Query(() => ParticipationRoute, {
    nullable: true,
    description: 'The route of a participation with all that is needed to act on it; null when there is none.',
  })
  async participationRoute(
    @Reads() read: RequestRead,
    @Args('participationId', { type: () => Uuid, description: 'The participation.' }) participationId: string,
  ): Promise<ParticipationRoute | null> {
    return participationRoute(await read.work(), participationId);
  }

  @Query(() => DecisionBasis, {
    nullable: true,
    description: 'What a participation decides on, in figures; null when there is none.',
  })
  async decisionBasis(
    @Reads() read: RequestRead,
    @Args('participationId', { type: () => Uuid, description: 'The participation.' }) participationId: string,
  ): Promise<DecisionBasis | null> {
    return decisionBasisOf(await read.work(), participationId);
  }

  @Query(() => AnchoringStep, {
    nullable: true,
    description: 'One step with all that is needed to act on it; null when there is none.',
  })
  async anchoringStep(
    @Reads() read: RequestRead,
    @Args('id', { type: () => Uuid, description: 'The step.' }) id: string,
  ): Promise<AnchoringStep | null> {
    return anchoringStepById(await read.work(), id);
  }

  @Query(() => [RouteTemplate], {
    description: 'The route templates of an organisation; the first pre-fills its new routes.',
  })
  async routeTemplates(
    @Reads() read: RequestRead,
    @Args('organisationId', { type: () => Uuid, description: 'The organisation.' }) organisationId: string,
  ): Promise<RouteTemplate[]> {
    return routeTemplatesOf(await read.work(), [organisationId]);
  }

  @Query(() => RoutePreviewResult, {
    description: 'The dates that a route would get, by the rules that plan running ones. Nothing is stored.',
  })
  async previewRoute(
    @Reads() read: RequestRead,
    @Args('organisationId', { type: () => Uuid, description: 'The organisation.' }) organisationId: string,
    @Args('steps', { type: () => [RouteStepInput], description: 'The steps in order, 1 to 40.' })
    steps: RouteStepInput[],
    @Args('startOn', { type: () => LocalDateScalar, description: 'When it would begin; today when that has passed.' })
    startOn: string,
    @Args('deadline', { type: () => LocalDateScalar, nullable: true, description: 'The deadline, where there is one.' })
    deadline: string | null,
  ): Promise<typeof RoutePreviewResult> {
    return previewRoute(await read.work(), organisationId, steps, startOn, deadline ?? null);
  }

  @Mutation(() => SaveRouteTemplateResult, {
    description: 'Saves how an organisation usually decides; running routes are not changed.',
  })
  saveRouteTemplate(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The template as it is to be.' }) input: SaveRouteTemplateInput,
  ) {
    return this.templateSaver.carryOut(asker, input);
  }

  @Mutation(() => InviteMunicipalitiesResult, {
    description:
      'Invites organisations to a case; each gets its own route with dates. Inviting again changes nothing; who has left is invited back.',
  })
  inviteMunicipalities(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The case and whom to invite.' }) input: InviteMunicipalitiesInput,
  ) {
    return this.inviter.carryOut(asker, input);
  }

  @Mutation(() => AdjustRouteResult, {
    description: 'Adjusts your organisation’s own running route; what is decided stays.',
  })
  adjustRoute(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The participation and its steps as they are to be.' }) input: AdjustRouteInput,
  ) {
    return this.adjuster.carryOut(asker, input);
  }

  @Mutation(() => LeaveCaseResult, { description: 'Leaves a case by a decision; what is declared counts no more.' })
  leaveCase(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'By which decision, and why.' }) input: LeaveCaseInput,
  ) {
    return this.leaver.carryOut(asker, input);
  }
}
