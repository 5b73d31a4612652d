import { Field, ObjectType } from '@nestjs/graphql';
import { Refusal, type Texts } from '@samanker/request';
import { MergeProposalState } from './merge-proposal.entity';

const TEXTS: Readonly<Record<MergeProposalState, Texts>> = {
  PROPOSED: {
    nb: 'Forslaget venter fortsatt på svar.',
    nn: 'Forslaget ventar framleis på svar.',
    en: 'The proposal still waits for an answer.',
  },
  ACCEPTED: {
    nb: 'Forslaget er allerede godtatt og er blitt en fellesanskaffelse. Gå til saken.',
    nn: 'Forslaget er allereie godteke og er blitt ei fellesanskaffing. Gå til saka.',
    en: 'The proposal has already been accepted and has become a procurement case. Go to the case.',
  },
  REJECTED: {
    nb: 'Forslaget er avvist. Det kommer tilbake bare hvis behovene endres.',
    nn: 'Forslaget er avvist. Det kjem tilbake berre dersom behova blir endra.',
    en: 'The proposal has been rejected. It comes back only if its needs change.',
  },
  OUTDATED: {
    nb: 'Behovene i forslaget er endret. Se etter et nytt forslag i listen.',
    nn: 'Behova i forslaget er endra. Sjå etter eit nytt forslag i lista.',
    en: 'The needs of the proposal have changed. Look for a new proposal in the list.',
  },
};

/** The proposal no longer waits for an answer. */
@ObjectType({ implements: () => [Refusal], description: 'The proposal no longer waits for an answer.' })
export class MergeProposalClosed extends Refusal {
  static readonly texts: Texts = TEXTS.OUTDATED;

  @Field(() => MergeProposalState, { description: 'Where it stands.' })
  readonly state: MergeProposalState;

  constructor(path: readonly (string | number)[], state: MergeProposalState) {
    super(path);
    this.state = state;
    this.speak('NB');
  }

  protected override textsOf(): Texts {
    return TEXTS[this.state] ?? MergeProposalClosed.texts;
  }
}

/** Somebody else has accepted with other terms: the second person confirms those that are shown, or rejects. */
@ObjectType({
  implements: () => [Refusal],
  description: 'Somebody else has accepted with other terms. Confirm the terms that the proposal shows, or reject it.',
})
export class MergeTermsDiffer extends Refusal {
  static readonly texts: Texts = {
    nb: 'En annen har allerede godtatt med andre vilkår. Last siden på nytt og bekreft vilkårene som vises, eller avvis forslaget.',
    nn: 'Ein annan har allereie godteke med andre vilkår. Last sida på nytt og stadfest vilkåra som blir viste, eller avvis forslaget.',
    en: 'Somebody else has already accepted with other terms. Reload the page and confirm the terms shown, or reject the proposal.',
  };
}
