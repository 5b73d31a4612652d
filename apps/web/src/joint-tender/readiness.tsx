import { Alert, Button, Details, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import {
  ConfirmParticipantsDocument,
  JointTenderReadinessDocument,
  ProposeParticipantsDocument,
  type JointTenderReadinessQuery,
} from '../generated/documents';
import { offersTo, useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { SignOf } from '../page/marks';
import { Refusal } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { ChoiceMark } from '../participation/participation-state';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';

type Ready = NonNullable<JointTenderReadinessQuery['jointTenderReadiness']>;
type Part = { readonly partId: string; readonly number: number; readonly title: string };

/** Whether the joint tender can go out: what is missing and who can mend it, and the two people who freeze the participants. */
export function Readiness({
  caseId,
  hostOrganisationId,
  parts,
}: {
  caseId: string;
  hostOrganisationId: string;
  parts: readonly Part[];
}) {
  const { t } = useLanguage();
  const offers = offersTo(useMe());
  const answer = useAsk(JointTenderReadinessDocument, { caseId });
  return (
    <section className="section" id="tender">
      <Heading level={2} data-size="sm">
        {t.tender.title}
      </Heading>
      <Waiting on={answer}>
        {({ jointTenderReadiness: ready }) =>
          ready && (
            <>
              {ready.tender?.state === 'PARTICIPANTS_FROZEN' ? (
                <Frozen tender={ready.tender} parts={parts} />
              ) : (
                <>
                  <Conditions conditions={ready.conditions} />
                  {offers.freezesFor(hostOrganisationId) ? (
                    <TwoPeople caseId={caseId} ready={ready} />
                  ) : (
                    <Paragraph>{t.tender.whoFreezes}</Paragraph>
                  )}
                </>
              )}
            </>
          )
        }
      </Waiting>
    </section>
  );
}

function Conditions({ conditions }: { conditions: Ready['conditions'] }) {
  const { t } = useLanguage();
  if (conditions.length === 0) return <Alert data-color="success">{t.tender.ready}</Alert>;
  return (
    <>
      <Paragraph>{t.tender.notReady(conditions.length)}</Paragraph>
      <ul className="plain stack-tight">
        {conditions.map(({ code, sentence, organisationId, organisationName, roles }, at) => (
          <li key={code + organisationId + at} className="condition">
            <span className="speaks-against">
              <SignOf sign="warning" />
            </span>{' '}
            {sentence}{' '}
            <span className="subtle">
              {t.tender.canMend(
                [organisationName ?? t.page.theRegion, roles.map((role) => t.roles[role]).join(', ')].join(': '),
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function TwoPeople({ caseId, ready }: { caseId: string; ready: Ready }) {
  const { t, instant } = useLanguage();
  const me = useMe();
  const propose = useVerb(ProposeParticipantsDocument);
  const confirm = useVerb(ConfirmParticipantsDocument);
  const { tender } = ready;
  return (
    <div className="stack-tight">
      <Paragraph>{t.tender.twoPeople}</Paragraph>
      {tender && (
        <Paragraph>
          {t.tender.proposed(
            tender.proposedBy === me.personId ? t.tender.you : t.tender.somebody,
            instant(tender.proposedAt),
          )}
        </Paragraph>
      )}
      <Refusal verb={propose} />
      <Refusal verb={confirm} />
      <div className="buttons">
        {(!tender || tender.proposedBy === me.personId) && (
          <Button
            variant={tender ? 'secondary' : 'primary'}
            onClick={() => void propose.carryOut({ caseId })}
            loading={propose.busy}
            disabled={!ready.ready}
          >
            {tender ? t.tender.proposeAgain : t.tender.propose}
          </Button>
        )}
        {tender && tender.proposedBy !== me.personId && (
          <Button onClick={() => void confirm.carryOut({ caseId })} loading={confirm.busy} disabled={!ready.ready}>
            {t.tender.confirm}
          </Button>
        )}
      </div>
    </div>
  );
}

function Frozen({ tender, parts }: { tender: NonNullable<Ready['tender']>; parts: readonly Part[] }) {
  const { t, instant } = useLanguage();
  return (
    <>
      <Alert data-color="success">{t.tender.frozenAt(instant(tender.frozenAt ?? tender.proposedAt))}</Alert>
      {parts.map(({ partId, number, title }) => {
        const named = tender.participants.filter((one) => one.partId === partId);
        return (
          <Details key={partId}>
            <Details.Summary>{`${t.board.partNumber(number)}: ${title} (${named.length})`}</Details.Summary>
            <Details.Content>
              <Table zebra data-size="sm">
                <Table.Head>
                  <Table.Row>
                    <Table.HeaderCell scope="col">{t.board.municipality}</Table.HeaderCell>
                    <Table.HeaderCell scope="col">{t.report.organisationNumber}</Table.HeaderCell>
                    <Table.HeaderCell scope="col">{t.participation.choice}</Table.HeaderCell>
                  </Table.Row>
                </Table.Head>
                <Table.Body>
                  {named.map(({ organisationId, organisationName, organisationNumber, choice }) => (
                    <Table.Row key={organisationId}>
                      <Table.HeaderCell scope="row">{organisationName}</Table.HeaderCell>
                      <Table.Cell>{organisationNumber}</Table.Cell>
                      <Table.Cell>
                        <ChoiceMark choice={choice} />
                      </Table.Cell>
                    </Table.Row>
                  ))}
                </Table.Body>
              </Table>
            </Details.Content>
          </Details>
        );
      })}
    </>
  );
}
