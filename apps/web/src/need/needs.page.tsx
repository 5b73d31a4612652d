import { Button, Field, Label, Paragraph, Select, Switch, Table } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useUnits } from '../classification/units';
import { NeedsDocument, type NeedLineFragment, type NeedState } from '../generated/documents';
import { offersTo, useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Modelled } from '../page/marks';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { NeedPlaces } from './need-places';
import { NeedStateMark } from './need-state';

const STATES: readonly NeedState[] = ['DECLARED', 'DRAFT', 'IN_CASE', 'SOLVED_IN_HOUSE', 'WITHDRAWN'];
const STEP = 100;
const MOST = 500;

/** The needs of the region: what is declared, and the drafts of one's own organisation. */
export default function NeedsPage() {
  const { t } = useLanguage();
  const me = useMe();
  const [state, setState] = useState<NeedState | ''>('');
  const [own, setOwn] = useState(false);
  const [first, setFirst] = useState(STEP);
  const filter = { state: state || null, organisationId: own ? me.organisationId : null };
  const needs = useAsk(NeedsDocument, { first, filter }, { keepLast: true });
  const mayRegister = me.organisationId !== null && offersTo(me).contributesFor(me.organisationId);
  return (
    <Page
      title={t.need.listTitle}
      intro={t.need.listIntro}
      actions={
        mayRegister && (
          <Button asChild>
            <Link to="/needs/new">{t.need.register}</Link>
          </Button>
        )
      }
    >
      <NeedPlaces />
      <div className="filters">
        <Field>
          <Label>{t.need.state}</Label>
          <Select width="auto" value={state} onChange={(event) => setState(event.target.value as NeedState | '')}>
            <Select.Option value="">{t.page.all}</Select.Option>
            {STATES.map((one) => (
              <Select.Option key={one} value={one}>
                {t.needStates[one]}
              </Select.Option>
            ))}
          </Select>
        </Field>
        {me.organisationId && (
          <Switch label={t.need.onlyOurs} checked={own} onChange={(event) => setOwn(event.target.checked)} />
        )}
      </div>
      <Waiting on={needs}>
        {(data) => (
          <>
            <p role="status" className="subtle">
              {t.need.count(data.needs.length)}
            </p>
            {data.needs.length === 0 ? <Paragraph>{t.need.none}</Paragraph> : <NeedTable needs={data.needs} />}
            {data.needs.length === first && first < MOST && (
              <Button
                variant="secondary"
                onClick={() => setFirst(Math.min(first + STEP, MOST))}
                loading={needs.isFetching}
              >
                {t.page.more}
              </Button>
            )}
          </>
        )}
      </Waiting>
    </Page>
  );
}

/** Needs, one a row. */
export function NeedTable({ needs, caption }: { needs: readonly NeedLineFragment[]; caption?: string }) {
  const { t, number, date } = useLanguage();
  const units = useUnits();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={caption ?? t.need.listTitle}>
      <Table zebra>
        {caption && <caption className="unseen">{caption}</caption>}
        <Table.Head>
          <Table.Row>
            <Table.HeaderCell scope="col">{t.need.need}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.need.organisation}</Table.HeaderCell>
            <Table.HeaderCell scope="col" className="figure">
              {t.need.quantity}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.need.period}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{t.need.state}</Table.HeaderCell>
          </Table.Row>
        </Table.Head>
        <Table.Body>
          {needs.map((need) => (
            <Table.Row key={need.id}>
              <Table.HeaderCell scope="row">
                <Link to={`/needs/${need.id}`}>{need.title}</Link>
              </Table.HeaderCell>
              <Table.Cell>{need.organisationName}</Table.Cell>
              <Table.Cell className="figure whole">
                {number(need.quantity)} {units.nameOf(need.unitCode)}{' '}
                <Modelled when={need.figuresOrigin === 'MODELLED'} />
              </Table.Cell>
              <Table.Cell className="whole">
                {date(need.wantedFrom)}–{date(need.wantedTo)}
              </Table.Cell>
              <Table.Cell className="whole">
                <NeedStateMark state={need.state} />
                {need.caseId && (
                  <>
                    {' '}
                    <Link to={`/cases/${need.caseId}`}>
                      {t.need.toCase}
                      <span className="unseen">: {need.title}</span>
                    </Link>
                  </>
                )}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
