/** English: what is said when something does not work, and what to do then. */
export const errors = {
  errors: {
    endedTitle: 'You are logged out',
    ended: 'What you have written still stands here. Log in in a new tab, and come back.',
    newTab: 'Log in in a new tab',
    here: 'Log in here',
    offline: 'You are offline. The page goes on when the connection is back.',
    tooOftenTitle: 'Too many requests',
    tooOften: 'Wait a minute, and try again.',
    noPageTitle: 'There is no such page',
    noPage: 'Check the address, or go on from one of the pages below.',
    noThingTitle: 'We cannot find what you are looking for',
    noThing: 'It has been removed, or you have no access to it.',
    actsFor: (organisation: string) => `You act for ${organisation} now.`,
    change: 'Change whom you act for',
    ask: 'If you need access, ask the coordinator of your municipality.',
    back: 'Go back',
    onward: 'Go on to',
    copy: 'Copy the number',
    copied: 'The number is copied.',
  },
};
