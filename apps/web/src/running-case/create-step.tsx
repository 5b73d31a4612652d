import { Alert, Button, Checkbox, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import type { ImportRunningCaseInput, ImportRunningCaseMutation } from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { DateField, dateOrNull, LongField, TextField, useFields, useReading, wholeOrNull } from '../page/fields';
import { faultAt, Refusal } from '../page/refusal';
import type { Verb } from '../request/use-verb';
import type { Given, Told } from './import-running-case.page';
import { ItemFields } from './item-fields';

type More = Pick<ImportRunningCaseInput, 'newCase' | 'because' | 'evidence' | 'sendInvitations'>;

/** Third step: the case itself, why and on what evidence its answers are recorded, and whether anybody gets a mail. */
export function CreateStep({
  told,
  given,
  verb,
  onCreate,
  onBack,
}: {
  told: Told;
  given: Given;
  verb: Verb<never, ImportRunningCaseMutation['importRunningCase']>;
  onCreate: (more: More) => void;
  onBack: () => void;
}) {
  const { t, date } = useLanguage();
  const { today } = useMe();
  const isNew = !given.caseId;
  const named = [
    ...new Set(told.columns.flatMap(({ meaning, itemName }) => (meaning === 'QUANTITY' && itemName ? [itemName] : []))),
  ];
  const [items, setItems] = useState<readonly number[]>(named.length > 0 ? named.map((_, at) => at) : [0]);
  const [invite, setInvite] = useState(false);
  const year = String(Number(today.slice(0, 4)) + 1);
  const form = useFields(
    {
      title: '',
      openedOn: '',
      decisionDeadline: '',
      firstYear: year,
      years: '4',
      optionYears: '0',
      partTitle: '',
      because: t.running.becauseText,
      evidence: '',
      ...Object.fromEntries(
        Array.from({ length: Math.max(20, named.length) }, (_, at) => [
          [`name${at}`, named[at] ?? ''],
          [`unit${at}`, 'STK'],
          [`cpv${at}`, ''],
        ]).flat(),
      ),
    } as Record<string, string>,
    verb.refused,
    'newCase.',
  );
  const { dateFault, textFault, wholeFault } = useReading();
  const value = (name: string): string => form.values[name] ?? '';
  const cpvFault = (at: number, index: number): string | undefined =>
    form.field(`cpv${at}`).error ?? faultAt(verb.refused, `newCase.parts.0.items.${index}.cpvCode`);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const words = { because: textFault(value('because')), evidence: textFault(value('evidence')) };
    const sound = form.sound(
      isNew
        ? {
            title: textFault(value('title')),
            openedOn: dateFault(value('openedOn'), false),
            decisionDeadline: dateFault(value('decisionDeadline'), true),
            firstYear: wholeFault(value('firstYear'), true),
            years: wholeFault(value('years'), true),
            optionYears: wholeFault(value('optionYears'), true),
            partTitle: textFault(value('partTitle')),
            ...Object.fromEntries(
              items.flatMap((at) => [`name${at}`, `cpv${at}`].map((name) => [name, textFault(value(name))])),
            ),
            ...words,
          }
        : words,
    );
    if (!sound) return;
    onCreate({
      newCase: isNew
        ? {
            title: value('title'),
            openedOn: dateOrNull(value('openedOn')),
            decisionDeadline: dateOrNull(value('decisionDeadline')) ?? '',
            firstYear: wholeOrNull(value('firstYear')) ?? 0,
            years: wholeOrNull(value('years')) ?? 0,
            optionYears: wholeOrNull(value('optionYears')) ?? 0,
            parts: [
              {
                title: value('partTitle'),
                items: items.map((at) => ({
                  name: value(`name${at}`),
                  unitCode: value(`unit${at}`),
                  cpvCode: value(`cpv${at}`).trim(),
                  dutyToBuy: false,
                })),
              },
            ],
          }
        : null,
      because: value('because'),
      evidence: value('evidence'),
      sendInvitations: invite,
    });
  };
  const { newParticipations, newDecisions, newChoices, newVolumes, newNotes, kept, undecided, firstDecisionOn } = told;
  const faults = verb.answer?.__typename === 'RunningCaseHasFaults' ? verb.answer.faults : [];

  return (
    <form className="form" onSubmit={submit} noValidate>
      <section className="stack-tight">
        <Heading level={2} data-size="xs">
          {t.running.makes}
        </Heading>
        <Paragraph>{t.running.sums(newParticipations, newDecisions, newChoices, newVolumes, newNotes)}</Paragraph>
        {kept > 0 && <Paragraph>{t.running.keeps(kept)}</Paragraph>}
      </section>
      {isNew && (
        <>
          <Heading level={2} data-size="xs">
            {t.running.about}
          </Heading>
          <TextField bound={form.field('title')} label={t.running.caseTitle} />
          <div className="beside">
            <DateField bound={form.field('decisionDeadline')} label={t.running.deadline} />
            <DateField
              bound={form.field('openedOn')}
              label={t.running.opened}
              description={firstDecisionOn ? t.running.openedHelp(date(firstDecisionOn)) : t.running.openedToday}
              optional
            />
          </div>
          <div className="beside">
            <TextField bound={form.field('firstYear')} label={t.running.firstYear} inputMode="numeric" />
            <TextField bound={form.field('years')} label={t.running.years} inputMode="numeric" />
            <TextField bound={form.field('optionYears')} label={t.running.optionYears} inputMode="numeric" />
          </div>
          <Heading level={2} data-size="xs">
            {t.running.bought}
          </Heading>
          <TextField bound={form.field('partTitle')} label={t.running.partTitle} />
          <ul className="plain items">
            {items.map((at, index) => (
              <li key={at}>
                <ItemFields
                  title={t.running.item(index + 1)}
                  name={form.field(`name${at}`)}
                  unit={form.field(`unit${at}`)}
                  cpv={{ ...form.field(`cpv${at}`), error: cpvFault(at, index) }}
                  remove={items.length > 1 ? () => setItems((before) => before.filter((one) => one !== at)) : null}
                />
              </li>
            ))}
          </ul>
          {items.length < 20 && (
            <div className="buttons">
              <Button
                type="button"
                variant="secondary"
                data-size="sm"
                onClick={() => setItems((before) => [...before, Math.max(-1, ...before) + 1])}
              >
                {t.running.addItem}
              </Button>
            </div>
          )}
        </>
      )}
      <Alert data-color="warning" className="behalf">
        <Heading level={2} data-size="2xs">
          {t.running.recorded}
        </Heading>
        <Paragraph>{t.running.recordedHelp}</Paragraph>
        <LongField bound={form.field('because')} label={t.running.becauseLabel} rows={2} />
        <TextField
          bound={{
            ...form.field('evidence'),
            error: form.field('evidence').error ?? faultAt(verb.refused, 'onBehalf.evidence'),
          }}
          label={t.running.evidence}
          description={t.running.evidenceHelp}
        />
      </Alert>
      {undecided > 0 && (
        <Checkbox
          label={t.running.invite(undecided)}
          description={t.running.inviteHelp}
          checked={invite}
          onChange={() => setInvite((before) => !before)}
          value="invite"
        />
      )}
      <Refusal verb={verb} />
      {faults.length > 0 && (
        <ul>
          {faults.map(({ cell, message }) => (
            <li key={`${cell} ${message}`}>
              <strong>{cell}</strong> {message}
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="subtle">
        {verb.busy ? t.running.creating : ''}
      </p>
      <div className="buttons">
        <Button type="submit" loading={verb.busy}>
          {isNew ? t.running.create : t.running.add}
        </Button>
        <Button type="button" variant="tertiary" onClick={onBack} disabled={verb.busy}>
          {t.running.back}
        </Button>
      </div>
    </form>
  );
}
