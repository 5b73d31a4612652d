import { createHash } from 'node:crypto';
import { Field, InputType, Int } from '@nestjs/graphql';
import type { Attachment } from '@samanker/attachment';
import { canonicalJson } from '@samanker/decision-log';
import { checkText, firstFault, InvalidInput, Uuid } from '@samanker/request';
import { BudgetCoverage } from './decision.entity';

const MOST_VOTES = 1_000;

@InputType({
  description:
    'What can be said of a decision now or later; none of it is asked for before the decision can be recorded.',
})
export class DecisionDetailsInput {
  @Field(() => String, { nullable: true, description: 'The text of the decision; at most 20 000 characters.' })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'The archive’s case: 2026/1234.' })
  archiveCase?: string | null;

  @Field(() => String, { nullable: true, description: 'The archive’s document: 26/1234-5.' })
  archiveDocument?: string | null;

  @Field(() => String, { nullable: true, description: 'The body’s own number: PS 11/20.' })
  bodyCase?: string | null;

  @Field(() => String, { nullable: true, description: 'A link to the minutes; begins with https://.' })
  minutesLink?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the file of the minutes: 64 hexadecimal digits in lower case.',
  })
  minutesSha256?: string | null;

  @Field(() => Uuid, {
    nullable: true,
    description: 'The minutes as a file that was uploaded for this participation. A link to the archive is as good.',
  })
  minutesAttachmentId?: string | null;

  @Field(() => Int, { nullable: true, description: 'Votes for.' })
  votesFor?: number | null;

  @Field(() => Int, { nullable: true, description: 'Votes against.' })
  votesAgainst?: number | null;

  @Field(() => String, { nullable: true, description: 'For a delegated decision: what gives the power to decide.' })
  delegationBasis?: string | null;

  @Field(() => String, { nullable: true, description: 'The legal basis on which it is exempt from public access.' })
  exemptBasis?: string | null;

  @Field(() => BudgetCoverage, { nullable: true, description: 'Where the money comes from.' })
  budgetCoverage?: BudgetCoverage | null;

  @Field(() => String, { nullable: true, description: 'People and other resources that were committed.' })
  resourcesCommitted?: string | null;
}

/** Where each detail is kept. */
export const DETAIL_COLUMNS: Readonly<Record<keyof DecisionDetailsInput, string>> = {
  text: 'text',
  archiveCase: 'archive_case',
  archiveDocument: 'archive_document',
  bodyCase: 'body_case',
  minutesLink: 'minutes_link',
  minutesSha256: 'minutes_sha256',
  minutesAttachmentId: 'minutes_attachment_id',
  votesFor: 'votes_for',
  votesAgainst: 'votes_against',
  delegationBasis: 'delegation_basis',
  exemptBasis: 'exempt_basis',
  budgetCoverage: 'budget_coverage',
  resourcesCommitted: 'resources_committed',
};
export const DETAIL_FIELDS = Object.keys(DETAIL_COLUMNS) as (keyof DecisionDetailsInput)[];

/** The first detail that is wrong in itself. */
export function faultOfDetails(details: DecisionDetailsInput | null | undefined): InvalidInput | null {
  if (!details) return null;
  const at = (field: string): string[] => ['input', 'details', field];
  const votes = (field: 'votesFor' | 'votesAgainst'): InvalidInput | null => {
    const count = details[field] ?? 0;
    if (count < 0) return new InvalidInput(at(field), 'NEGATIVE');
    return count > MOST_VOTES ? new InvalidInput(at(field), 'TOO_LARGE', MOST_VOTES) : null;
  };
  return firstFault(
    checkText(details.archiveCase, at('archiveCase'), 40),
    checkText(details.archiveDocument, at('archiveDocument'), 40),
    checkText(details.bodyCase, at('bodyCase'), 40),
    checkText(details.minutesLink, at('minutesLink'), 1_000),
    Boolean(details.minutesLink) &&
      !/^https:\/\/[^\s<>"]+$/.test(details.minutesLink!) &&
      new InvalidInput(at('minutesLink'), 'NOT_A_LINK'),
    Boolean(details.minutesSha256) &&
      !/^[0-9a-f]{64}$/.test(details.minutesSha256!) &&
      new InvalidInput(at('minutesSha256'), 'NOT_ALLOWED_HERE'),
    votes('votesFor'),
    votes('votesAgainst'),
    checkText(details.delegationBasis, at('delegationBasis'), 1_000),
    checkText(details.exemptBasis, at('exemptBasis'), 400),
    checkText(details.resourcesCommitted, at('resourcesCommitted'), 2_000),
  );
}

/**
 * What the log keeps of a decision's details: references and votes as they are, everything else (it may name people) as
 * one SHA-256 over its canonical JSON, so that a changed text is found (R31, R32).
 */
export function loggedDetails(
  details: DecisionDetailsInput | null | undefined,
  conditions: readonly { readonly text: string; readonly kind: string }[] = [],
  minutes: Attachment | null = null,
): Record<string, unknown> {
  const {
    archiveCase,
    archiveDocument,
    bodyCase,
    minutesSha256,
    minutesAttachmentId: _named,
    votesFor,
    votesAgainst,
    budgetCoverage,
    ...free
  } = details ?? {};
  const wording = canonicalJson({ ...free, conditions: conditions.map(({ text, kind }) => ({ text, kind })) });
  return {
    archiveCase,
    archiveDocument,
    bodyCase,
    minutesSha256: minutes?.sha256 ?? minutesSha256,
    attachmentId: minutes?.id,
    attachmentSha256: minutes?.sha256,
    votesFor,
    votesAgainst,
    budgetCoverage,
    wordingSha256: createHash('sha256').update(wording).digest('hex'),
  };
}
