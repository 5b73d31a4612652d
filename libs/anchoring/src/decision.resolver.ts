import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { AskedBy, type Asker } from '@samanker/request';
import { DecideAnchoringStep, DecideAnchoringStepInput, DecideAnchoringStepResult } from './decide-anchoring-step';
import { HandOverStep, HandOverStepInput, HandOverStepResult } from './hand-over-step';
import {
  RecordDecisionDetails,
  RecordDecisionDetailsInput,
  RecordDecisionDetailsResult,
} from './record-decision-details';
import { SubmitAnchoringStep, SubmitAnchoringStepInput, SubmitAnchoringStepResult } from './submit-anchoring-step';
import { SupersedeDecision, SupersedeDecisionInput, SupersedeDecisionResult } from './supersede-decision';

/** What happens to a single step. */
@Resolver()
export class DecisionResolver {
  constructor(
    private readonly submitter: SubmitAnchoringStep,
    private readonly decider: DecideAnchoringStep,
    private readonly superseder: SupersedeDecision,
    private readonly detailer: RecordDecisionDetails,
    private readonly handing: HandOverStep,
  ) {}

  @Mutation(() => SubmitAnchoringStepResult, {
    description: 'Hands a step in to a meeting of its body; another meeting moves it.',
  })
  submitAnchoringStep(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The step and the meeting.' }) input: SubmitAnchoringStepInput,
  ) {
    return this.submitter.carryOut(asker, input);
  }

  @Mutation(() => DecideAnchoringStepResult, {
    description: 'Records what a step came to. The same decision twice is one decision.',
  })
  decideAnchoringStep(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The step, its outcome, date and body.' }) input: DecideAnchoringStepInput,
  ) {
    return this.decider.carryOut(asker, input);
  }

  @Mutation(() => SupersedeDecisionResult, {
    description: 'Puts a new decision in the place of one that was wrong; both stay to be seen.',
  })
  supersedeDecision(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The decision that takes the place of another.' }) input: SupersedeDecisionInput,
  ) {
    return this.superseder.carryOut(asker, input);
  }

  @Mutation(() => RecordDecisionDetailsResult, {
    description:
      'Adds what was not said of a decision: archive references, minutes, votes. What stands there is not changed.',
  })
  recordDecisionDetails(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The decision and what is known about it now.' }) input: RecordDecisionDetailsInput,
  ) {
    return this.detailer.carryOut(asker, input);
  }

  @Mutation(() => HandOverStepResult, {
    description: '“Not me, ask NN”: asks one colleague about a step, or hands it back to whoever holds the role.',
  })
  handOverStep(
    @AskedBy() asker: Asker,
    @Args('input', { description: 'The step, and who is to be asked.' }) input: HandOverStepInput,
  ) {
    return this.handing.carryOut(asker, input);
  }
}
