import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { wordingSha256 } from '@samanker/decision-log';
import { answerDueOn, expect } from '@samanker/expectation';
import { closedRangesOf } from '@samanker/meeting-calendar';
import { lockParticipation, logAbout, partiesOf, type LockedParticipation } from '@samanker/participation';
import { CaseClosed, CaseStage } from '@samanker/procurement-case';
import {
  IdempotencyKeyReused,
  InvalidInput,
  LogInTooWeak,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
  type Refusal,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { Question } from './question.entity';
import { QuestionAsked } from './question.events';
import { mayAsk, speaksAs } from './question.permissions';
import { questionById } from './question.queries';
import { answererOf, faultOfQuestion, sideOf } from './question.rules';

@InputType({ description: 'A question between a municipality and the host of the case.' })
export class AskQuestionInput {
  @Field(() => Uuid, { description: 'The participation of the municipality that asks, or that the host asks.' })
  participationId!: string;

  @Field(() => String, { description: 'The question, at most 2 000 characters.' })
  text!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const AskQuestionResult = createUnionType({
  name: 'AskQuestionResult',
  description: 'The question, or why it was not asked.',
  types: () =>
    [Question, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak, CaseClosed] as const,
  resolveType: (value: object) => value.constructor,
});

/** Asks the other side of a participation. The answer is awaited of its coordinator, like everything else (R9, R11). */
@Injectable()
export class AskQuestion {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: AskQuestionInput): Promise<Question | Refusal> {
    return this.verbs.run(asker, input, {
      verb: 'askQuestion',
      load: (work) => lockParticipation(work, input.participationId),
      may: mayAsk,
      carryOut: (work, subject) => ask(work, subject, input.text),
      answer: async (work, id) => (await questionById(work, id))!,
    });
  }
}

async function ask(work: Work, subject: LockedParticipation, given: string): Promise<Done | Refusal> {
  const { organisationId } = subject;
  const { id: caseId, hostOrganisationId, stage } = subject.case;
  if (stage === CaseStage.CANCELLED) return new CaseClosed(['input', 'participationId']);
  const fault = faultOfQuestion(given, { organisationId, hostOrganisationId });
  if (fault) return fault;
  const text = given.trim();
  const side = sideOf(speaksAs(work.actor, partiesOf(subject)))!;
  const question = (await work.one<{ id: string }>(
    `insert into question (region_id, case_id, participation_id, by_host, text, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [work.regionId, caseId, subject.id, side === 'HOST', text, work.actor.personId, work.now],
  ))!;
  const asked = answererOf(side) === 'HOST' ? hostOrganisationId : organisationId;
  const ranges = await closedRangesOf(work, [asked]);
  await expect(
    work,
    {
      kind: 'QUESTION',
      caseId,
      participationId: subject.id,
      subjectId: question.id,
      organisationId: asked,
      occasion: 'asked',
      role: 'COORDINATOR',
      dueOn: answerDueOn(work.today, { ranges: ranges.get(asked) ?? [] }),
    },
    ranges,
  );
  work.log({
    verb: 'askQuestion',
    ...logAbout(subject),
    after: { questionId: question.id, byHost: side === 'HOST', textSha256: wordingSha256(text) },
  });
  work.publish(new QuestionAsked({ questionId: question.id }));
  return question;
}
