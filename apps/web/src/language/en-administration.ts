import type { Catalogue } from './catalogue';

type Words = 'administration' | 'organisations' | 'organisationKinds' | 'writtenLanguages';

/** English: the administration and its organisations. */
export const administration: Pick<Catalogue, Words> = {
  administration: {
    cancel: 'Cancel',
    title: 'Administration',
    intro: (organisation: string) => `Here you keep what concerns ${organisation} in order.`,
    nothing:
      'You hold no role that keeps anything here. The coordinator of your municipality can grant you one, or make the change.',
    whose: 'Whom it concerns',
    wholeRegion: 'The region as a whole',
  },
  organisations: {
    title: 'Organisations',
    about: 'See who takes part in the region, and where each post room receives mail.',
    intro: 'These take part in the region today. The post room gets the mail when nobody there holds the role.',
    none: 'No organisation takes part in the region yet.',
    name: 'Name',
    number: 'Number',
    population: 'Inhabitants',
    written: 'Written language',
    officialAddress: 'Official address',
    noAddress: 'Missing',
    addressOf: (name: string) => `Official address of ${name}`,
    addressHelp: 'One e-mail address. Leave it empty if there is none.',
    change: 'Change',
    saved: (name: string) => `The official address of ${name} is saved.`,
  },
  organisationKinds: {
    MUNICIPALITY: 'Municipality',
    COUNTY: 'County',
    INTERMUNICIPAL_COMPANY: 'Intermunicipal company',
    MUNICIPAL_ENTERPRISE: 'Municipal enterprise',
    CHURCH_COUNCIL: 'Church council',
    CENTRAL_PURCHASING_BODY: 'Central purchasing body',
  },
  writtenLanguages: { NB: 'Bokmål', NN: 'Nynorsk', NEUTRAL: 'Not decided' },
};
