import { Button, Checkbox, Paragraph } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { InviteMunicipalitiesDocument, ToInviteDocument, type ToInviteQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Refusal } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';

/** Invites municipalities to a case; each gets its route with dates from its own calendar. */
export default function InvitePage() {
  const { caseId = '' } = useParams();
  const answer = useAsk(ToInviteDocument, { caseId });
  return (
    <Waiting on={answer}>
      {(data) => (data.procurementCase ? <Invite data={data} caseId={caseId} /> : <NotFoundPage />)}
    </Waiting>
  );
}

function Invite({ data, caseId }: { data: ToInviteQuery; caseId: string }) {
  const { t, date, number } = useLanguage();
  const go = useNavigate();
  const verb = useVerb(InviteMunicipalitiesDocument);
  const invited = new Set(
    data.participations
      .filter(({ invitedAt, leaving }) => invitedAt && !leaving)
      .map(({ organisationId }) => organisationId),
  );
  const left = new Map(data.participations.map(({ organisationId, leaving }) => [organisationId, leaving]));
  const open = data.organisations.filter(({ id }) => !invited.has(id));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // Who has left is invited again on purpose only, not with all the others.
  const about = (id: string, population: number | null): string | undefined => {
    const leaving = left.get(id);
    if (leaving) return t.leaving.leftBy(leaving.decisionReference, date(leaving.decidedOn));
    return population === null ? undefined : t.invite.inhabitants(number(population));
  };
  const toggle = (id: string): void =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const done = await verb.carryOut({ caseId, organisationIds: [...chosen] });
    if (done) await go(`/cases/${caseId}`);
  };
  return (
    <Page
      title={t.invite.title}
      intro={t.invite.intro(date(data.procurementCase?.decisionDeadline ?? ''))}
      crumbs={[
        { to: '/cases', title: t.cases.title },
        { to: `/cases/${caseId}`, title: data.procurementCase?.title ?? '' },
      ]}
    >
      {open.length === 0 ? (
        <Paragraph>{t.invite.all}</Paragraph>
      ) : (
        <form className="form" onSubmit={(event) => void submit(event)}>
          <div className="buttons">
            <Button
              variant="secondary"
              onClick={() => setChosen(new Set(open.filter(({ id }) => !left.get(id)).map(({ id }) => id)))}
            >
              {t.invite.chooseAll}
            </Button>
            <Button variant="tertiary" onClick={() => setChosen(new Set())}>
              {t.invite.chooseNone}
            </Button>
          </div>
          <fieldset className="choice">
            <legend>{t.invite.members}</legend>
            <div className="columns">
              {open.map(({ id, name, population }) => (
                <Checkbox
                  key={id}
                  label={name}
                  description={about(id, population)}
                  checked={chosen.has(id)}
                  onChange={() => toggle(id)}
                  value={id}
                />
              ))}
            </div>
          </fieldset>
          <Refusal verb={verb} />
          <div className="buttons">
            <Button type="submit" disabled={chosen.size === 0} loading={verb.busy}>
              {t.invite.send(chosen.size)}
            </Button>
          </div>
        </form>
      )}
    </Page>
  );
}
