import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { LanguageProvider } from './language/language';
import { Frame } from './page/frame';
import FaultPage from './page/fault.page';
import { Spinning } from './page/waiting';
import { NotLoggedIn, TooOften } from './request/ask';

const RETRIES = 2;

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // Whatever is told first that the session has ended: the frame asks who is there, and says so.
    onError: (error, { queryKey }) => {
      if (error instanceof NotLoggedIn && queryKey[0] !== 'Me') void queries.invalidateQueries({ queryKey: ['Me'] });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => !(error instanceof NotLoggedIn || error instanceof TooOften) && count < RETRIES,
    },
  },
});

type PageFile = Promise<{ default: () => React.ReactNode }>;

/** A page that is fetched when it is first opened. */
const page = (path: string, file: () => PageFile) => ({
  path,
  errorElement: <FaultPage inside />,
  lazy: async () => {
    try {
      return { Component: (await file()).default };
    } catch (error) {
      // A browser does not fetch the same file twice after a failure: only loading the page anew helps.
      return { Component: () => <FaultPage inside error={error} /> };
    }
  },
});

const router = createBrowserRouter([
  {
    path: '/',
    Component: Frame,
    errorElement: <FaultPage />,
    HydrateFallback: Spinning,
    children: [
      { index: true, element: <Navigate to="/tasks" replace /> },
      page('tasks', () => import('./reminder/my-tasks.page')),
      page('news', () => import('./reminder/news.page')),
      page('needs', () => import('./need/needs.page')),
      page('needs/new', () => import('./need/register-need.page')),
      page('needs/:needId', () => import('./need/need.page')),
      page('proposals', () => import('./merge-proposal/merge-proposals.page')),
      page('proposals/:proposalId', () => import('./merge-proposal/merge-proposal.page')),
      page('cases', () => import('./procurement-case/cases.page')),
      page('cases/import', () => import('./running-case/import-running-case.page')),
      page('cases/:caseId', () => import('./anchoring/case-board.page')),
      page('cases/:caseId/invite', () => import('./anchoring/invite.page')),
      page('cases/:caseId/timeline', () => import('./anchoring/time-line.page')),
      page('cases/:caseId/map', () => import('./anchoring/case-map.page')),
      page('cases/:caseId/questions', () => import('./question/questions.page')),
      page('cases/:caseId/mails', () => import('./reminder/case-mails.page')),
      page('cases/:caseId/log', () => import('./audit/case-log.page')),
      page('participations/:participationId', () => import('./participation/participation-link.page')),
      page('cases/:caseId/participations/:participationId', () => import('./participation/participation.page')),
      page('cases/:caseId/participations/:participationId/volumes', () => import('./volume/volume-sheet.page')),
      page('cases/:caseId/report', () => import('./merged-demand-report/report.page')),
      page('cases/:caseId/report/:reportId', () => import('./merged-demand-report/frozen-report.page')),
      page('administration', () => import('./administration/administration.page')),
      page('administration/people', () => import('./identity/people.page')),
      page('administration/people/:personId', () => import('./identity/person.page')),
      page('administration/programs', () => import('./identity/programs.page')),
      page('administration/organisations', () => import('./organisation/organisations.page')),
      page('log', () => import('./audit/log.page')),
      page('region', () => import('./organisation/region.page')),
      page('organisations/:organisationId/cases', () => import('./organisation/organisation-cases.page')),
      page('administration/calendars', () => import('./meeting-calendar/calendars.page')),
      page('administration/calendars/import', () => import('./meeting-calendar/import-plan.page')),
      page('administration/routes', () => import('./anchoring/route-templates.page')),
      page('administration/closed-weeks', () => import('./meeting-calendar/closed-weeks.page')),
      page('administration/reminders', () => import('./reminder/reminder-policy.page')),
      page('mailbox', () => import('./mail/mailbox.page')),
      page('mailbox/:mailId', () => import('./mail/mail.page')),
      page('my-session', () => import('./identity/my-session.page')),
      page('my-deputies', () => import('./identity/my-deputies.page')),
      page('log-in-failed', () => import('./identity/log-in-failed.page')),
      page('glossary', () => import('./page/glossary.page')),
      page('accessibility', () => import('./page/accessibility.page')),
      page('privacy', () => import('./page/privacy.page')),
      page('*', () => import('./page/no-page.page')),
    ],
  },
]);

/** The web app. */
export function App() {
  return (
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <RouterProvider router={router} />
      </LanguageProvider>
    </QueryClientProvider>
  );
}
