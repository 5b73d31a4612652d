import { useLanguage } from '../language/language';
import { Contact } from './operator';
import { OpenPage, Statement } from './open-page';

/** What is held about people, why, for how long, and what they can ask for: docs/privacy.md in short. */
export default function PrivacyPage() {
  const { t } = useLanguage();
  const says = t.privacy;
  return (
    <OpenPage title={says.title} intro={says.intro}>
      <Statement
        sections={[
          [
            says.whoTitle,
            <>
              {says.who} <Contact before={t.operator.runBy} />
            </>,
          ],
          [says.whatTitle, says.what],
          [says.whyTitle, says.why],
          [says.keptTitle, says.kept],
          [
            says.rightsTitle,
            <>
              {says.rights}{' '}
              <a href="https://www.datatilsynet.no/" rel="noreferrer">
                {says.authority}
              </a>
            </>,
          ],
          [says.cookiesTitle, says.cookies],
        ]}
      />
    </OpenPage>
  );
}
