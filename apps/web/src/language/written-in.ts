/** The languages that the pages are written in: Bokmål, Nynorsk, English. */
export type WrittenIn = 'nb' | 'nn' | 'en';
