/** English: the footer, and the statements on accessibility and privacy. */
export const statements = {
  footer: {
    label: 'About the service',
    glossary: 'Glossary',
    accessibility: 'Accessibility',
    privacy: 'Privacy',
  },
  accessibility: {
    title: 'Accessibility',
    intro: 'Everybody should be able to use Samanker. Here is what we promise, how we test, and where you tell us.',
    updated: (date: string) => `Updated ${date}.`,
    standardTitle: 'The requirements we follow',
    standard:
      'We build to WCAG 2.2, levels A and AA. Norwegian law asks for nearly all of WCAG 2.1 on the same levels. We know of no breach now.',
    testedTitle: 'How we test',
    tested:
      'Each page is tested automatically with the tool axe, on a wide and a narrow screen. We check that the main tasks can be done by keyboard alone. We have not tested with people who use screen readers yet. Automatic tests do not find every fault.',
    helpTitle: 'How the pages are made',
    help: 'Maps and charts have a table that says the same. A state is shown by words and signs, never by colour alone. The pages can be enlarged to 400%.',
    limitsTitle: 'What may be missing',
    limits:
      'Files that municipalities upload may have faults that we do not see. The tool for developers, GraphiQL, is not tested.',
    contactTitle: 'Tell us about a fault',
    contact: 'If something stands in your way, tell us. Say which page it was, and what you tried to do.',
    complainTitle: 'Complain to the authority',
    complain: 'Is the fault not mended? Complain to the Norwegian Authority for Universal Design of ICT.',
    authority: 'Go to uutilsynet.no',
  },
  privacy: {
    title: 'Privacy',
    intro: 'Here is what the service knows about you, why, and what you can ask for.',
    whoTitle: 'Who is responsible',
    who: 'The municipality that registered you is responsible for what is held about you. The host is responsible for the case it leads. Those who run the service do so by agreement with the municipalities.',
    whatTitle: 'What we know about you',
    what: 'Name, e-mail address at work, telephone, language and roles. What you have recorded and decided, and when. The e-mails that you got. We never keep national identity numbers, nor what you read. We keep nothing about patients, pupils or other residents.',
    whyTitle: 'Why',
    why: 'Municipalities carry out a task in the public interest when they buy together. Decisions must also be archived by law. The ground is the General Data Protection Regulation, article 6 (1) c and e.',
    keptTitle: 'How long',
    kept: 'Name and address are erased when you ask, or when your task has ended. A log-in lasts for twelve hours at most. Who an e-mail went to is erased after twelve months. Decisions and powers of attorney are archived with the case.',
    rightsTitle: 'What you can ask for',
    rights:
      'You can see all that we hold about you, have faults corrected, and be erased. Decisions stay, without your name where the law allows it. Ask the data protection officer of your municipality. You can also complain to the Norwegian Data Protection Authority.',
    cookiesTitle: 'Cookies',
    cookies:
      'We use two, and both are needed to log in. We do not measure what you do, and the page fetches nothing from others.',
    authority: 'Go to datatilsynet.no',
  },
  operator: {
    example: 'example',
    writeTo: 'Contact',
    or: 'or',
    runBy: 'The service is run by',
    helpless: 'Does that not help? Contact',
  },
};
