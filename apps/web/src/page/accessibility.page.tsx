import { useLanguage } from '../language/language';
import { Contact } from './operator';
import { OpenPage, Statement } from './open-page';

/** The day on which the statement was last gone through against the tests. */
const UPDATED = '2026-11-22';

/** What is promised about accessibility, how it is tested, and who to turn to. */
export default function AccessibilityPage() {
  const { t, date } = useLanguage();
  const says = t.accessibility;
  return (
    <OpenPage title={says.title} intro={says.intro}>
      <Statement
        sections={[
          [says.standardTitle, says.standard],
          [says.testedTitle, says.tested],
          [says.helpTitle, says.help],
          [says.limitsTitle, says.limits],
          [
            says.contactTitle,
            <>
              {says.contact} <Contact before={t.operator.writeTo} />
            </>,
          ],
          [
            says.complainTitle,
            <>
              {says.complain}{' '}
              <a href="https://www.uutilsynet.no/" rel="noreferrer">
                {says.authority}
              </a>
            </>,
          ],
        ]}
      />
      <p className="subtle">{says.updated(date(UPDATED))}</p>
    </OpenPage>
  );
}
