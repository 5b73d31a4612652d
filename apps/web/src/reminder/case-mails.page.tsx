import { Button, Card, Heading, Paragraph, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  AcceptEscalationDocument,
  CaseMailsDocument,
  DeclineEscalationDocument,
  type CaseMailsQuery,
  type MailState,
} from '../generated/documents';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { State, type Sign } from '../page/marks';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Refusal } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { CasePlaces } from '../procurement-case/case-places';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';

type Offer = CaseMailsQuery['escalationOffers'][number];

/** What has been sent about a case, and the offers to write to the next level, each with its preview (R10, R14). */
export default function CaseMailsPage() {
  const { caseId = '' } = useParams();
  const { t } = useLanguage();
  const answer = useAsk(CaseMailsDocument, { caseId });
  return (
    <Waiting on={answer}>
      {(data) =>
        data.procurementCase ? (
          <Page
            wide
            title={t.mails.title}
            crumbs={[
              { to: '/cases', title: t.cases.title },
              { to: `/cases/${caseId}`, title: data.procurementCase.title },
            ]}
          >
            <CasePlaces caseId={caseId} />
            <section className="section">
              <Heading level={2} data-size="sm">
                {t.mails.offers}
              </Heading>
              <Paragraph>{t.mails.offersHelp}</Paragraph>
              <Offers caseId={caseId} offers={data.escalationOffers} />
            </section>
            <section className="section">
              <Heading level={2} data-size="sm">
                {t.mails.log}
              </Heading>
              <MailLog mails={data.mailLog} />
            </section>
          </Page>
        ) : (
          <NotFoundPage />
        )
      }
    </Waiting>
  );
}

function Offers({ caseId, offers }: { caseId: string; offers: readonly Offer[] }) {
  const { t } = useLanguage();
  const open = offers.filter(({ state }) => state === 'OFFERED');
  if (open.length === 0) return <Paragraph>{t.mails.noOffers}</Paragraph>;
  return (
    <ul className="plain stack">
      {open.map((offer) => (
        <OfferCard key={offer.id} caseId={caseId} offer={offer} />
      ))}
    </ul>
  );
}

function OfferCard({ caseId, offer }: { caseId: string; offer: Offer }) {
  const { t, date } = useLanguage();
  const accept = useVerb(AcceptEscalationDocument);
  const decline = useVerb(DeclineEscalationDocument);
  const recipient = offer.toOfficialAddress
    ? t.mails.officialAddress
    : `${offer.recipientName ?? ''} (${t.roles[offer.role]})`;
  return (
    <li>
      <Card data-color="neutral">
        <Card.Block>
          <Heading level={3} data-size="2xs">
            <Link to={`/cases/${caseId}/participations/${offer.participationId}`}>{offer.organisationName}</Link>
          </Heading>
          <Paragraph>{t.mails.missed(t.expectationKinds[offer.kind], date(offer.dueOn))}</Paragraph>
          <Paragraph>{t.mails.wouldGoTo(recipient)}</Paragraph>
          <Fold title={t.mails.preview}>
            <Paragraph>
              <strong>{offer.subject}</strong>
            </Paragraph>
            <pre className="mail-text">{offer.text}</pre>
          </Fold>
          <Refusal verb={accept} />
          <Refusal verb={decline} />
          <div className="buttons" data-color="accent">
            <Button data-size="sm" onClick={() => void accept.carryOut({ offerId: offer.id })} loading={accept.busy}>
              {t.mails.send}
            </Button>
            <Button
              data-size="sm"
              variant="secondary"
              onClick={() => void decline.carryOut({ offerId: offer.id })}
              loading={decline.busy}
            >
              {t.mails.leave}
            </Button>
          </div>
        </Card.Block>
      </Card>
    </li>
  );
}

const LOOKS: Record<MailState, { sign: Sign; colour: 'info' | 'success' | 'neutral' | 'danger' }> = {
  QUEUED: { sign: 'waiting', colour: 'info' },
  SENT: { sign: 'done', colour: 'success' },
  REFUSED: { sign: 'stop', colour: 'danger' },
  CANCELLED: { sign: 'out', colour: 'neutral' },
};

const STEP = 30;

function MailLog({ mails }: { mails: CaseMailsQuery['mailLog'] }) {
  const { t, date, instant } = useLanguage();
  const [most, setMost] = useState(STEP);
  if (mails.length === 0) return <Paragraph>{t.mails.noMails}</Paragraph>;
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label={t.mails.log}>
        <Table zebra data-size="sm">
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell scope="col">{t.mailbox.subject}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.mails.kind}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.board.municipality}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.mailbox.to}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.mails.state}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{t.mailbox.written}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {mails.slice(0, most).map((mail) => (
              <Table.Row key={mail.id}>
                <Table.HeaderCell scope="row">{mail.subject}</Table.HeaderCell>
                <Table.Cell>{t.mailKinds[mail.kind]}</Table.Cell>
                <Table.Cell>{mail.organisationName}</Table.Cell>
                <Table.Cell>{mail.toAddress}</Table.Cell>
                <Table.Cell>
                  <State {...LOOKS[mail.state]}>{t.mailStates[mail.state]}</State>
                  {mail.state === 'REFUSED' && mail.lastResponse && <span className="under">{mail.lastResponse}</span>}
                </Table.Cell>
                <Table.Cell className="whole">{mail.sentAt ? instant(mail.sentAt) : date(mail.mailOn)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      {mails.length > most && (
        <div className="buttons">
          <Button variant="secondary" onClick={() => setMost(most + STEP)}>
            {t.page.more}
          </Button>
        </div>
      )}
    </>
  );
}
