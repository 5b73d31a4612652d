import type { Catalogue } from './catalogue';

/** English: log-in with a provider, for whom one acts, log-out. */
export const session: Pick<Catalogue, 'session'> = {
  session: {
    logInWith: (provider: string) => `Log in with ${provider}`,
    standIn: (provider: string) =>
      `A stand-in for ${provider} answers here, for development and demos: you choose who you want to be.`,
    demoTitle: 'Go straight in as a demo person',
    language: 'Language',
    failedTitle: 'The log-in did not work',
    asSomebodyElse: 'Log in as somebody else',
    failures: {
      NOT_SET_UP: {
        title: 'Log-in has not been set up',
        advice: 'The service has no log-in provider to send you to. Tell those who run Samanker.',
      },
      CANCELLED: { title: 'You cancelled the log-in', advice: 'Nothing has changed. Log in whenever you like.' },
      EXPIRED: {
        title: 'The log-in was not completed',
        advice: 'It took too long, was completed twice, or was begun in another browser. Try again.',
      },
      PROVIDER_AWAY: {
        title: 'The log-in provider does not answer',
        advice: 'Try again in a few minutes. Nothing is wrong with your user.',
      },
      NOT_TRUSTED: {
        title: 'We could not trust the log-in provider',
        advice: 'Try again. If it happens again, tell those who run Samanker.',
      },
      UNSUITABLE: {
        title: 'This log-in cannot be used',
        advice:
          'It recognises you by your national identity number, which we do not keep. Tell those who run Samanker.',
      },
      UNKNOWN_PERSON: {
        title: 'Your log-in is not connected to anybody',
        advice:
          'If you are registered with your work address, connect below, once. If not, ask the coordinator of your municipality to register you.',
      },
      NO_ROLE: {
        title: 'You have no role for this organisation',
        advice:
          'Log in for an organisation where you have a role. Or ask the coordinator of your municipality for one.',
      },
    },
    connect: 'Connect the log-in to you',
    connectIntro: 'We send a code to the address that you are registered with. Next time the log-in is enough.',
    title: 'Your log-in',
    link: 'Your log-in',
    intro: (person: string, organisation: string) => `You are logged in as ${person}, for ${organisation}.`,
    actFor: 'For whom you act',
    now: 'Now',
    change: (organisation: string) => `Change to ${organisation}`,
    limits: 'You are logged out after two hours without use. It happens after twelve hours in any case.',
    logOutHere: 'Log out here',
    logOutEverywhere: 'Log out everywhere',
    notDone: 'That did not work. Try again.',
  },
};
