import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useUnits } from '../classification/units';
import {
  ChangeNeedDocument,
  DeclareNeedDocument,
  MarkNeedSolvedInHouseDocument,
  NeedDocument,
  WithdrawNeedDocument,
  type NeedWholeFragment,
} from '../generated/documents';
import { offersTo, useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { Facts } from '../page/facts';
import { Modelled } from '../page/marks';
import NotFoundPage from '../page/not-found.page';
import { Page } from '../page/page';
import { Done, Refusal } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';
import { NeedForm } from './need-form';
import { NeedStateMark } from './need-state';

/** One need. */
export default function NeedPage() {
  const { needId = '' } = useParams();
  const need = useAsk(NeedDocument, { id: needId });
  return <Waiting on={need}>{(data) => (data.need ? <Need need={data.need} /> : <NotFoundPage />)}</Waiting>;
}

function Need({ need }: { need: NeedWholeFragment }) {
  const { t, number, date, money } = useLanguage();
  const [done, setDone] = useState<string | null>(null);
  const units = useUnits();
  const me = useMe();
  const ours = offersTo(me).contributesFor(need.organisationId);
  const open = need.state === 'DRAFT' || need.state === 'DECLARED';
  return (
    <Page
      title={need.title}
      crumbs={[{ to: '/needs', title: t.need.listTitle }]}
      intro={
        <>
          {need.organisationName} · <NeedStateMark state={need.state} />{' '}
          <Modelled when={need.figuresOrigin === 'MODELLED'} />
        </>
      }
    >
      <section className="stack-tight">
        <Heading level={2} data-size="xs">
          {t.need.problem}
        </Heading>
        <Paragraph className="text">{need.problem}</Paragraph>
      </section>
      <Facts
        rows={[
          [t.need.effect, need.effect],
          [t.need.indicator, need.indicator],
          [t.need.targetGroup, need.targetGroup],
          [t.need.quantity, `${number(need.quantity)} ${units.nameOf(need.unitCode)}`],
          [t.need.period, `${date(need.wantedFrom)}–${date(need.wantedTo)}`],
          [t.need.cpv, need.cpvCodes.join(', ')],
          [t.need.currentSolution, need.currentSolution],
          [t.need.currentYearlyCost, need.currentYearlyCost && money(need.currentYearlyCost)],
          [t.need.tried, need.tried],
          [t.need.contractEndsOn, need.contractEndsOn && date(need.contractEndsOn)],
          [t.need.optionMonths, need.optionMonths > 0 && number(need.optionMonths)],
          [t.need.yearlyValue, need.yearlyValue && money(need.yearlyValue)],
          [t.need.sourcing, need.sourcing && t.sourcings[need.sourcing]],
          [t.need.rootCause, need.rootCause && t.rootCauses[need.rootCause]],
          [t.need.localValue, need.localValue],
          [t.need.localLeader, need.localLeader],
          [t.cases.case, need.caseId && <Link to={`/cases/${need.caseId}`}>{t.need.toCase}</Link>],
        ]}
      />
      <Done text={done} />
      {ours && open && <NeedActions need={need} />}
      {ours && open && (
        <Fold key={need.version} offPaper title={t.need.change}>
          <ChangeNeed need={need} done={setDone} />
        </Fold>
      )}
    </Page>
  );
}

/** What a need says from now on (R15); a proposal that holds it is looked at anew. */
function ChangeNeed({ need, done }: { need: NeedWholeFragment; done: (text: string) => void }) {
  const { t } = useLanguage();
  const verb = useVerb(ChangeNeedDocument);
  return (
    <>
      {need.state === 'DECLARED' && <Paragraph>{t.need.changeHelp}</Paragraph>}
      <NeedForm
        need={need}
        verb={verb}
        first={{
          title: t.page.save,
          send: async (fields) => {
            if (await verb.carryOut({ needId: need.id, version: need.version, fields })) done(t.need.changed);
          },
        }}
      />
    </>
  );
}

function NeedActions({ need }: { need: NeedWholeFragment }) {
  const { t } = useLanguage();
  const declare = useVerb(DeclareNeedDocument);
  const withdraw = useVerb(WithdrawNeedDocument);
  const solved = useVerb(MarkNeedSolvedInHouseDocument);
  const which = { needId: need.id, version: need.version };
  return (
    <section className="stack-tight" aria-label={t.need.actions}>
      {[declare, withdraw, solved].map((verb, at) => (
        <Refusal key={at} verb={verb} />
      ))}
      <div className="buttons">
        {need.state === 'DRAFT' && (
          <Button onClick={() => void declare.carryOut(which)} loading={declare.busy}>
            {t.need.declare}
          </Button>
        )}
        {need.state === 'DECLARED' && (
          <Button variant="secondary" onClick={() => void solved.carryOut(which)} loading={solved.busy}>
            {t.need.solvedInHouse}
          </Button>
        )}
        <Button
          variant="secondary"
          data-color="danger"
          onClick={() => void withdraw.carryOut(which)}
          loading={withdraw.busy}
        >
          {t.need.withdraw}
        </Button>
      </div>
    </section>
  );
}
