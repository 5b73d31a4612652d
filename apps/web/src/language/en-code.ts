import type { Catalogue } from './catalogue';

/** English: log-in by a one-time code to the work address. */
export const code: Pick<Catalogue, 'codeLogIn' | 'regionLogIn'> = {
  codeLogIn: {
    title: 'Get a code by e-mail',
    intro:
      'The code is enough for volumes and for recording decisions. For everything else, log in with ID-porten or your municipality’s log-in.',
    email: 'Your work e-mail address',
    send: 'Send the code',
    sent: (email: string) =>
      `If ${email} is registered, a code is on its way. It usually arrives within a minute and is valid for ten minutes.`,
    code: 'The code from the e-mail',
    codeForm: 'Eight digits.',
    logIn: 'Log in',
    another: 'Use another address, or ask for a new code',
    notAnAddress: 'Enter one valid e-mail address.',
    notACode: 'Enter the eight digits from the e-mail.',
    wrong: 'The code is wrong, used or too old. Look for the newest e-mail, or ask for a new code.',
    tooOften: 'You have tried too many times. Wait a minute and try again.',
    failed: 'That did not work. Check your connection and try again.',
    notice:
      'You are logged in with a one-time code. It is enough for volumes and for recording decisions. For everything else, log out and log in with ID-porten or your municipality’s log-in.',
  },
  regionLogIn: {
    title: 'Log-in by code',
    allowed: 'Everybody in the region can log in by a code sent by e-mail.',
    notAllowed: 'Nobody can log in by a code sent by e-mail.',
    endHelp: 'If you turn it off, those who came in by code are logged out.',
    allowHelp: 'The code is enough for volumes and recording decisions. All else needs a stronger log-in.',
    allow: 'Allow codes',
    end: 'End codes',
  },
};
