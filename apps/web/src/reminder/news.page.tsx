import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import { NewsDocument, type NewsQuery } from '../generated/documents';
import { useMe } from '../identity/me';
import type { Spoken } from '../language/language';
import { useLanguage } from '../language/language';
import { Page } from '../page/page';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { useSeenNews } from './seen-news';

type Item = NewsQuery['news'][number];

/** What others have done and concerns the person, day by day. Looking at it changes nothing; a button marks it as seen. */
export default function NewsPage() {
  const { t } = useLanguage();
  const { personId, organisationId } = useMe();
  const { upTo, see } = useSeenNews(`${personId} ${organisationId ?? ''}`);
  const answer = useAsk(NewsDocument, {});
  const newest = answer.data?.news[0]?.number ?? 0;
  return (
    <Page
      title={t.news.title}
      intro={t.news.intro}
      actions={
        newest > upTo && (
          <Button variant="secondary" onClick={() => see(newest)}>
            {t.news.markSeen}
          </Button>
        )
      }
    >
      <p role="status" className="unseen">
        {answer.data && t.news.unseen(answer.data.news.filter(({ number }) => number > upTo).length)}
      </p>
      <Waiting on={answer}>
        {({ news }) => (news.length === 0 ? <Paragraph>{t.news.none}</Paragraph> : <Days news={news} upTo={upTo} />)}
      </Waiting>
    </Page>
  );
}

function Days({ news, upTo }: { news: readonly Item[]; upTo: number }) {
  const { instant, longDate } = useLanguage();
  // `22.11.2016 14:05`, by the clock in Oslo.
  const dayOf = ({ at }: Item): string => instant(at).slice(0, 10).split('.').toReversed().join('-');
  const severalCases = new Set(news.map(({ caseId }) => caseId)).size > 1;
  const days = [...new Set(news.map(dayOf))];
  return days.map((day) => (
    <section key={day} className="news-day">
      <Heading level={2} data-size="2xs">
        {longDate(day)}
      </Heading>
      <ul className="plain">
        {news
          .filter((item) => dayOf(item) === day)
          .map((item) => (
            <OneNews key={item.number} item={item} unseen={item.number > upTo} ofSeveral={severalCases} />
          ))}
      </ul>
    </section>
  ));
}

function OneNews({ item, unseen, ofSeveral }: { item: Item; unseen: boolean; ofSeveral: boolean }) {
  const spoken = useLanguage();
  const { t, instant } = spoken;
  return (
    <li className={unseen ? 'news news-unseen' : 'news'}>
      <span className="subtle">{instant(item.at).slice(11)}</span>
      <span>
        <Link to={placeOf(item)}>{sentenceOf(item, spoken)}</Link>
        {unseen && <strong className="news-new">{t.news.new}</strong>}
        {ofSeveral && <span className="under subtle">{item.caseTitle}</span>}
      </span>
    </li>
  );
}

/** Where one reads more of it. */
function placeOf({ kind, caseId, participationId, questionId }: Item): string {
  if (questionId) return `/cases/${caseId}/questions#${questionId}`;
  if (!participationId) return `/cases/${caseId}`;
  // Notes stand beside the board.
  if (kind === 'NOTE_SHARED') return `/cases/${caseId}?open=${participationId}`;
  return `/cases/${caseId}/participations/${participationId}`;
}

/** One thing that has happened, as a sentence. */
export function sentenceOf(item: Item, { t, date }: Pick<Spoken, 't' | 'date'>): string {
  const { kind, organisationName: who, stepTitle, outcome, on, version } = item;
  const step = stepTitle ?? '';
  const named = (names: Readonly<Record<string, string>>): string => (outcome && names[outcome]) ?? '';
  switch (kind) {
    case 'DECIDED':
      return t.newsKinds.DECIDED(who, step, named(t.outcomes).toLowerCase());
    case 'DECISION_SUPERSEDED':
      return t.newsKinds.DECISION_SUPERSEDED(who, step, named(t.outcomes).toLowerCase());
    case 'SUBMITTED':
      return t.newsKinds.SUBMITTED(who, step, on ? date(on) : '');
    case 'MEETING_CANCELLED':
      return t.newsKinds.MEETING_CANCELLED(who, step);
    case 'STATE_CHANGED':
      return t.newsKinds.STATE_CHANGED(who, named(t.participationStates).toLowerCase());
    case 'CONDITION_SETTLED':
      return t.newsKinds.CONDITION_SETTLED(who, named(t.conditionStates).toLowerCase());
    case 'DEADLINE_MOVED':
      return t.newsKinds.DEADLINE_MOVED(on ? date(on) : '');
    case 'REPORT_FROZEN':
      return t.newsKinds.REPORT_FROZEN(String(version ?? ''));
    case 'QUESTION_ASKED':
    case 'QUESTION_ANSWERED':
      return t.newsKinds[kind](who, item.askedByHost ?? false);
    case 'PARTICIPANTS_FROZEN':
    case 'CASE_PAUSED':
    case 'CASE_RESUMED':
    case 'CASE_CANCELLED':
      return t.newsKinds[kind];
    default:
      return t.newsKinds[kind](who);
  }
}
