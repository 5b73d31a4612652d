import { Module } from '@nestjs/common';
import { AdjustRoute } from './adjust-route';
import { AnchoringStep } from './anchoring-step.entity';
import { AnchoringResolver } from './anchoring.resolver';
import { AttachedFiles } from './attached-files';
import { DecideAnchoringStep } from './decide-anchoring-step';
import { Decision } from './decision.entity';
import { DecisionResolver } from './decision.resolver';
import { ForecastResolver } from './forecast.resolver';
import { HandOverStep } from './hand-over-step';
import { InviteMunicipalities } from './invite-municipalities';
import { LeaveCase } from './leave-case';
import { OverviewResolver } from './overview.resolver';
import { PlanCase } from './plan-case';
import { PlanOrganisation } from './plan-organisation';
import { PlanParticipation } from './plan-participation';
import { RecordDecisionDetails } from './record-decision-details';
import { ReopenStepsOfMeeting } from './reopen-steps-of-meeting';
import { RouteTemplate, RouteTemplateStep } from './route-template.entity';
import { SaveRouteTemplate } from './save-route-template';
import { SubmitAnchoringStep } from './submit-anchoring-step';
import { SupersedeDecision } from './supersede-decision';

export const anchoringEntities = [RouteTemplate, RouteTemplateStep, AnchoringStep, Decision];

const jobs = [PlanCase, PlanOrganisation, PlanParticipation, ReopenStepsOfMeeting];

@Module({
  providers: [
    AnchoringResolver,
    DecisionResolver,
    ForecastResolver,
    OverviewResolver,
    SaveRouteTemplate,
    InviteMunicipalities,
    AdjustRoute,
    SubmitAnchoringStep,
    DecideAnchoringStep,
    SupersedeDecision,
    RecordDecisionDetails,
    HandOverStep,
    LeaveCase,
    AttachedFiles,
    ...jobs,
  ],
  exports: jobs,
})
export class AnchoringModule {}
