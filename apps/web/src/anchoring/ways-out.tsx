import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { WaysOutDocument, type StepShownFragment, type WaysOutQuery } from '../generated/documents';
import { useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';
import { Fold } from '../page/fold';
import { State } from '../page/marks';
import { useAsk } from '../request/use-ask';
import { heldWithout } from './standing';
import './ways-out.css';

type Way = NonNullable<WaysOutQuery['waysOut']>['ways'][number];

/** A step as far as it tells that a meeting has been held and nobody has said what came of it. */
type MetOrNot = Pick<StepShownFragment, 'state' | 'meetingOn'>;

/**
 * R7b: the lawful ways on, when the case is postponed or late; nothing while all goes as it should. Late is also who has
 * days left, or has met and not said what came of it: then that is what it says.
 */
export function WaysOut({
  participationId,
  slackDays,
  steps,
}: {
  participationId: string;
  slackDays: number | null;
  steps: readonly MetOrNot[];
}) {
  const { t } = useLanguage();
  const { today } = useMe();
  const { data } = useAsk(WaysOutDocument, { participationId });
  const found = data?.waysOut;
  if (!found?.because || found.ways.length === 0) return null;
  const held = heldWithout(steps, today);
  const inTime = slackDays !== null && slackDays >= 0;
  const why =
    found.because !== 'LATE'
      ? t.wayOutReasons[found.because]
      : held
        ? t.waysOut.outcomeUnknown
        : inTime
          ? t.waysOut.lateInTime
          : t.wayOutReasons.LATE;
  return (
    <section className="section" id="ways-out">
      <Heading level={2} data-size="sm">
        {t.waysOut.title}
      </Heading>
      <Alert data-color="warning">
        {found.stepTitle && <strong>{found.stepTitle}. </strong>}
        {why}
      </Alert>
      {found.ways.map((way) => (
        <Fold key={way.kind} title={way.title}>
          <OneWay way={way} />
        </Fold>
      ))}
    </section>
  );
}

function OneWay({ way }: { way: Way }) {
  const { t, date } = useLanguage();
  return (
    <div className="way-out">
      <State sign={way.inTime ? 'done' : 'warning'} colour={way.inTime ? 'success' : 'danger'}>
        {way.inTime ? t.waysOut.inTime : t.waysOut.notInTime}
      </State>
      <Facts
        rows={[
          [
            way.kind === 'MOVE_THE_DEADLINE' ? t.waysOut.deadlineThen : t.waysOut.earliest,
            way.on ? date(way.on) : t.waysOut.unknown,
          ],
          [t.waysOut.latest, way.latestOn && date(way.latestOn)],
          [t.waysOut.finish, way.finishOn && date(way.finishOn)],
          [t.waysOut.who, way.who],
          [t.waysOut.condition, way.condition],
          [t.waysOut.effect, way.effect],
          [t.waysOut.won, way.won.join(', ')],
          [
            t.waysOut.basis,
            way.legalBases.length > 0 && (
              <ul className="plain">
                {way.legalBases.map((basis) => (
                  <li key={basis.act + basis.section}>
                    {basis.act} {basis.section}{' '}
                    <span className="subtle">{basis.verified ? t.waysOut.checked : t.waysOut.unchecked}</span>
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      {way.provisional && <Paragraph className="subtle">{t.waysOut.provisional}</Paragraph>}
      <Letter way={way} />
    </div>
  );
}

/** The ready text in both written languages; that of the page first. */
function Letter({ way }: { way: Way }) {
  const { t, language } = useLanguage();
  const [copied, setCopied] = useState<string | null>(null);
  const letters = [
    ['nb', t.waysOut.nb, way.letterNb],
    ['nn', t.waysOut.nn, way.letterNn],
  ] as const;
  const copy = async (text: string): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <>
      {letters
        .toSorted(([a], [b]) => Number(b === language) - Number(a === language))
        .map(([of, name, text]) => (
          <figure key={of} className="letter">
            <figcaption>
              {t.waysOut.letter} ({name})
            </figcaption>
            <blockquote lang={of} className="text">
              {text}
            </blockquote>
            <Button
              variant="secondary"
              data-size="sm"
              onClick={() => void copy(text)}
              aria-label={`${t.waysOut.copy}: ${way.title} (${name})`}
            >
              {t.waysOut.copy}
            </Button>
            <span role="status">{copied === text && t.waysOut.copied}</span>
          </figure>
        ))}
    </>
  );
}
