import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState, type FormEvent } from 'react';
import {
  ChoosePartsDocument,
  ConfirmLocalGainDocument,
  type Choice,
  type ParticipationShownFragment,
} from '../generated/documents';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';
import { RadioField, TextField, useFields } from '../page/fields';
import { Fold } from '../page/fold';
import { Modelled } from '../page/marks';
import { faultAt, Refusal } from '../page/refusal';
import { useVerb } from '../request/use-verb';
import { OnBehalf, useActing, useBehalf } from './acting';
import { ChoiceMark } from './participation-state';

interface Of {
  readonly parts: readonly { readonly id: string; readonly number: number; readonly title: string }[];
}

const CHOICES: readonly Choice[] = ['FIRM', 'OPTION', 'OUT'];

/** Firm, option or out, part by part, and the local leader who vouches for the gain (R5). */
export function ChooseParts({
  participation,
  of,
  done,
}: {
  participation: ParticipationShownFragment;
  of: Of;
  done: (text: string) => void;
}) {
  const acts = useActing();
  const { t } = useLanguage();
  const shown = <Chosen participation={participation} of={of} />;
  if (acts === 'NOBODY' || participation.state === 'WITHDRAWN') return shown;
  const choose = <Choose participation={participation} of={of} done={done} />;
  return acts === 'ITSELF' ? (
    <>
      {choose}
      <div className="print-only">{shown}</div>
    </>
  ) : (
    <>
      {shown}
      <Fold offPaper title={t.participation.chooseOnBehalf}>
        {choose}
      </Fold>
    </>
  );
}

function Chosen({ participation, of }: { participation: ParticipationShownFragment; of: Of }) {
  const { t, instant } = useLanguage();
  const chosen = new Map(participation.choices.map(({ partId, choice }) => [partId, choice]));
  return (
    <Facts
      rows={[
        ...of.parts.map(
          ({ id, number, title }) =>
            [
              `${t.board.partNumber(number)}: ${title}`,
              <>
                <ChoiceMark choice={chosen.get(id) ?? null} />{' '}
                <Modelled when={participation.answerOrigin === 'MODELLED' && chosen.has(id)} />
              </>,
            ] as const,
        ),
        [t.participation.localLeader, participation.localLeader],
        [
          t.participation.gainConfirmed,
          participation.localGainConfirmedAt && instant(participation.localGainConfirmedAt),
        ],
        [t.behalf.mark, participation.actsOnBehalf.filter(({ verb }) => verb === 'chooseParts').at(-1)?.because],
      ]}
    />
  );
}

function Choose({
  participation,
  of,
  done,
}: {
  participation: ParticipationShownFragment;
  of: Of;
  done: (text: string) => void;
}) {
  const { t } = useLanguage();
  const verb = useVerb(ChoosePartsDocument);
  const behalf = useBehalf(verb.refused);
  const before = new Map(participation.choices.map(({ partId, choice }) => [partId, choice]));
  const [chosen, setChosen] = useState<ReadonlyMap<string, Choice>>(before);
  const form = useFields({ localLeader: participation.localLeader }, verb.refused);
  const firm = [...chosen.values()].includes('FIRM');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const { localLeader } = form.values;
    if (!behalf.sound()) return;
    const answer = await verb.carryOut({
      participationId: participation.id,
      choices: [...chosen].map(([partId, choice]) => ({ partId, choice })),
      localLeader,
      onBehalf: behalf.given(),
    });
    if (answer) done(t.participation.chosen);
  };
  return (
    <>
      <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t.participation.choices}>
        {of.parts.map(({ id, number, title }, at) => (
          <RadioField
            key={id}
            inline
            bound={{
              name: `part-${number}`,
              value: chosen.get(id) ?? '',
              onText: (choice) => setChosen(new Map(chosen).set(id, choice as Choice)),
              error: faultAt(verb.refused, `choices.${at}`),
            }}
            legend={
              <>
                {t.board.partNumber(number)}: {title}{' '}
                <Modelled when={participation.answerOrigin === 'MODELLED' && before.has(id)} />
              </>
            }
            options={CHOICES.map((choice) => ({ value: choice, label: t.choices[choice] }))}
          />
        ))}
        {firm && (
          <TextField
            bound={form.field('localLeader')}
            label={t.participation.localLeader}
            description={t.participation.localLeaderHelp}
          />
        )}
        <OnBehalf behalf={behalf} />
        <Refusal verb={verb} />
        <div className="buttons">
          <Button type="submit" variant="secondary" loading={verb.busy}>
            {t.participation.saveChoices}
          </Button>
        </div>
      </form>
      <LocalGain participation={participation} done={done} />
    </>
  );
}

/** The local leader has confirmed the local gain; without it no firm participation is anchored. */
function LocalGain({
  participation,
  done,
}: {
  participation: ParticipationShownFragment;
  done: (text: string) => void;
}) {
  const { t, instant } = useLanguage();
  const verb = useVerb(ConfirmLocalGainDocument);
  const behalf = useBehalf(verb.refused);
  if (!participation.localLeader) return null;
  if (participation.localGainConfirmedAt)
    return (
      <Paragraph>
        {t.participation.gainConfirmed}: {participation.localLeader}, {instant(participation.localGainConfirmedAt)}
      </Paragraph>
    );
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!behalf.sound()) return;
    const answer = await verb.carryOut({
      participationId: participation.id,
      onBehalf: behalf.given(),
    });
    if (answer) done(t.participation.gainRecorded);
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)} noValidate aria-label={t.participation.confirmGain}>
      <Paragraph>{t.participation.gainHelp(participation.localLeader)}</Paragraph>
      <OnBehalf behalf={behalf} />
      <Refusal verb={verb} />
      <div className="buttons">
        <Button type="submit" variant="secondary" loading={verb.busy}>
          {t.participation.confirmGain}
        </Button>
      </div>
    </form>
  );
}
