import { Alert, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { Link, useParams } from 'react-router';
import { useUnits } from '../classification/units';
import { MergeProposalDocument, type MergeProposalQuery } from '../generated/documents';
import { offersTo, useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { NeedTable } from '../need/needs.page';
import { SignOf } from '../page/marks';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { DecideProposal } from './decide-proposal';
import { ProposalStateMark } from './proposal-state';

type Proposal = NonNullable<MergeProposalQuery['mergeProposal']>;
type Part = NonNullable<MergeProposalQuery['suggestedMergeParts']>[number];

const FIRST_PAIRS = 10;

/** One merge proposal: its needs, why they may belong together, and the decision of two people. */
export default function MergeProposalPage() {
  const { proposalId = '' } = useParams();
  const answer = useAsk(MergeProposalDocument, { id: proposalId });
  return (
    <Waiting on={answer}>
      {(data) =>
        data.mergeProposal ? (
          <Shown proposal={data.mergeProposal} parts={data.suggestedMergeParts ?? []} />
        ) : (
          <NotFoundPage />
        )
      }
    </Waiting>
  );
}

function Shown({ proposal, parts }: { proposal: Proposal; parts: readonly Part[] }) {
  const { t, share, instant } = useLanguage();
  const offers = offersTo(useMe());
  return (
    <Page
      title={proposal.terms?.title ?? proposal.needs[0]?.title ?? t.proposal.title}
      crumbs={[{ to: '/proposals', title: t.proposal.listTitle }]}
      intro={
        <>
          <ProposalStateMark state={proposal.state} /> {t.proposal.alike(share(proposal.score))} ·{' '}
          {t.proposal.proposedAt(instant(proposal.proposedAt))}
        </>
      }
    >
      {proposal.state === 'ACCEPTED' && proposal.caseId && (
        <Alert data-color="success">
          <Paragraph>
            {t.proposal.became} <Link to={`/cases/${proposal.caseId}`}>{t.proposal.toCase}</Link>
          </Paragraph>
        </Alert>
      )}
      {proposal.state === 'REJECTED' && (
        <Alert data-color="info">
          <Paragraph className="text">
            {t.proposal.rejectedBecause} {proposal.reason}
          </Paragraph>
        </Alert>
      )}
      {proposal.state === 'OUTDATED' && (
        <Alert data-color="info">
          <Paragraph>{t.proposal.outdated}</Paragraph>
        </Alert>
      )}
      <section className="stack-tight">
        <Heading level={2} data-size="sm">
          {t.proposal.needs}
        </Heading>
        <NeedTable needs={proposal.needs} caption={t.proposal.needs} />
      </section>
      <Reasons proposal={proposal} />
      <SuggestedParts parts={parts} />
      <section className="stack-tight">
        <Heading level={2} data-size="sm">
          {t.proposal.decision}
        </Heading>
        <Paragraph>{t.proposal.twoPeople}</Paragraph>
        {proposal.acceptances.length > 0 && (
          <ul>
            {proposal.acceptances.map(({ personId, personName, acceptedAt }) => (
              <li key={personId}>{t.proposal.acceptedAt(personName, instant(acceptedAt))}</li>
            ))}
          </ul>
        )}
        {proposal.state === 'PROPOSED' &&
          (offers.decidesProposals ? (
            <DecideProposal proposal={proposal} />
          ) : (
            <Paragraph>{t.proposal.whoDecides}</Paragraph>
          ))}
      </section>
    </Page>
  );
}

/** The pairs that overlap, with each reason as a sentence that can be checked. */
function Reasons({ proposal }: { proposal: Proposal }) {
  const { t, share } = useLanguage();
  const needOf = new Map(proposal.needs.map((need) => [need.id, need]));
  const [first, rest] = [proposal.pairs.slice(0, FIRST_PAIRS), proposal.pairs.slice(FIRST_PAIRS)];
  const list = (pairs: Proposal['pairs']) => (
    <ul className="plain pairs">
      {pairs.map(({ needA, needB, score, reasons }) => (
        <li key={needA + needB}>
          <Heading level={3} data-size="2xs">
            {needOf.get(needA)?.organisationName} – {needOf.get(needB)?.organisationName}{' '}
            <span className="subtle">{t.proposal.alike(share(score))}</span>
          </Heading>
          <ul className="plain reasons">
            {reasons.map(({ kind, speaksFor, sentence }) => (
              <li key={kind + sentence}>
                <span className={speaksFor ? 'speaks-for' : 'speaks-against'}>
                  <SignOf sign={speaksFor ? 'done' : 'warning'} />
                  <span className="unseen">{speaksFor ? t.proposal.speaksFor : t.proposal.speaksAgainst}</span>
                </span>{' '}
                {sentence}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
  return (
    <section className="stack-tight">
      <Heading level={2} data-size="sm">
        {t.proposal.why}
      </Heading>
      {list(first)}
      {rest.length > 0 && <Fold title={t.proposal.morePairs(rest.length)}>{list(rest)}</Fold>}
    </section>
  );
}

/** What the case would be made of: parts, items, and the sum of the needs in the unit of the item. */
function SuggestedParts({ parts }: { parts: readonly Part[] }) {
  const { t, number } = useLanguage();
  const units = useUnits();
  if (parts.length === 0) return null;
  return (
    <section className="stack-tight">
      <Heading level={2} data-size="sm">
        {t.proposal.wouldBecome}
      </Heading>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.proposal.wouldBecome}>
        <Table>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{t.volume.item}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.volume.part}</Table.HeaderCell>
              <Table.HeaderCell scope="col">CPV</Table.HeaderCell>
              <Table.HeaderCell scope="col" className="figure">
                {t.proposal.sum}
              </Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.proposal.conversions}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {parts.flatMap((part) =>
              part.items.map((item) => (
                <Table.Row key={part.title + item.name + item.unitCode}>
                  <Table.HeaderCell scope="row">{item.name}</Table.HeaderCell>
                  <Table.Cell>{part.title}</Table.Cell>
                  <Table.Cell>{item.cpvCode}</Table.Cell>
                  <Table.Cell className="figure">
                    {number(item.total)} {units.nameOf(item.unitCode)}
                  </Table.Cell>
                  <Table.Cell>
                    {[...new Set(item.contributions.map(({ conversion }) => conversion).filter(Boolean))].join('; ') ||
                      t.proposal.noConversion}
                  </Table.Cell>
                </Table.Row>
              )),
            )}
          </Table.Body>
        </Table>
      </div>
    </section>
  );
}
