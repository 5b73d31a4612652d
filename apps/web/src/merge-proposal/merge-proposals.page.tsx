import { Card, Field, Heading, Label, Paragraph, Select } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { MergeProposalsDocument, type MergeProposalState } from '../generated/documents';
import { useLanguage } from '../language/language';
import { NeedPlaces } from '../need/need-places';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { ProposalStateMark } from './proposal-state';

const STATES: readonly MergeProposalState[] = ['PROPOSED', 'ACCEPTED', 'REJECTED', 'OUTDATED'];
const SHOWN_NAMES = 6;

/** Needs that could be bought together; nothing is merged without two people. */
export default function MergeProposalsPage() {
  const { t, share, number } = useLanguage();
  const [state, setState] = useState<MergeProposalState | ''>('PROPOSED');
  const proposals = useAsk(MergeProposalsDocument, { state: state || null }, { keepLast: true });
  return (
    <Page title={t.proposal.listTitle} terms={['need', 'mergeProposal', 'joint']} intro={t.proposal.listIntro}>
      <NeedPlaces />
      <div className="filters">
        <Field>
          <Label>{t.proposal.state}</Label>
          <Select
            width="auto"
            value={state}
            onChange={(event) => setState(event.target.value as MergeProposalState | '')}
          >
            <Select.Option value="">{t.page.all}</Select.Option>
            {STATES.map((one) => (
              <Select.Option key={one} value={one}>
                {t.proposalStates[one]}
              </Select.Option>
            ))}
          </Select>
        </Field>
      </div>
      <Waiting on={proposals}>
        {({ mergeProposals }) => (
          <>
            <p role="status" className="subtle">
              {t.proposal.count(mergeProposals.length)}
            </p>
            {mergeProposals.length === 0 && <Paragraph>{t.proposal.none}</Paragraph>}
            <ul className="plain stack">
              {mergeProposals.map((proposal) => {
                const names = [...new Set(proposal.needs.map(({ organisationName }) => organisationName))];
                return (
                  <li key={proposal.id}>
                    <Card data-color="neutral">
                      <Card.Block>
                        <div className="row-between">
                          <ProposalStateMark state={proposal.state} />
                          <span className="subtle">{t.proposal.alike(share(proposal.score))}</span>
                        </div>
                        <Heading level={2} data-size="xs">
                          <Link to={`/proposals/${proposal.id}`}>{proposal.needs[0]?.title ?? proposal.id}</Link>
                        </Heading>
                        <Paragraph>
                          {t.proposal.needsFrom(proposal.needs.length, names.length)}{' '}
                          {names.slice(0, SHOWN_NAMES).join(', ')}
                          {names.length > SHOWN_NAMES && ` ${t.proposal.andMore(number(names.length - SHOWN_NAMES))}`}
                        </Paragraph>
                        {proposal.state === 'PROPOSED' && proposal.acceptances.length > 0 && (
                          <Paragraph>
                            {t.proposal.acceptedBy(proposal.acceptances.map(({ personName }) => personName).join(', '))}
                          </Paragraph>
                        )}
                      </Card.Block>
                    </Card>
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </Waiting>
    </Page>
  );
}
