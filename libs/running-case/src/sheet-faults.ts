import type { Texts } from '@samanker/request';

/** Everything in a sheet that cannot be taken over, and what to do about it. `{about}` is filled in. */
export const SHEET_FAULTS = {
  NO_MUNICIPALITIES: {
    nb: 'Ingen kolonne har kommunene. Si hvilken kolonne det er.',
    nn: 'Ingen kolonne har kommunane. Sei kva for ei kolonne det er.',
    en: 'No column holds the municipalities. Say which one it is.',
  },
  NO_ROWS: {
    nb: 'Arket har ingen rader. Ta med overskriftene og radene under.',
    nn: 'Arket har ingen rader. Ta med overskriftene og radene under.',
    en: 'The sheet has no rows. Include the headings and the rows below.',
  },
  UNKNOWN_MUNICIPALITY: {
    nb: 'Vi kjenner ikke «{about}». Velg kommune, eller utelat raden.',
    nn: 'Vi kjenner ikkje «{about}». Vel kommune, eller utelat rada.',
    en: 'We do not know “{about}”. Choose the municipality, or leave the row out.',
  },
  NAME_AND_NUMBER_DIFFER: {
    nb: 'Navn og nummer er to ulike kommuner. Velg kommune.',
    nn: 'Namn og nummer er to ulike kommunar. Vel kommune.',
    en: 'Name and number are two municipalities. Choose one.',
  },
  MUNICIPALITY_TWICE: {
    nb: 'Kommunen står også i {about}. Utelat en av radene.',
    nn: 'Kommunen står òg i {about}. Utelat ei av radene.',
    en: 'The municipality also stands in {about}. Leave one of the rows out.',
  },
  UNKNOWN_WORDING: {
    nb: 'Vi vet ikke hva «{about}» betyr. Velg betydningen.',
    nn: 'Vi veit ikkje kva «{about}» tyder. Vel tydinga.',
    en: 'We do not know what “{about}” means. Choose the meaning.',
  },
  NOT_A_DATE: {
    nb: 'Datoen finnes ikke. Skriv den som 16.11.2016.',
    nn: 'Datoen finst ikkje. Skriv han som 16.11.2016.',
    en: 'This date does not exist. Write it as 16.11.2016.',
  },
  DATE_WITHOUT_YEAR: {
    nb: 'Datoen har ikke årstall. Skriv den som 16.11.2016.',
    nn: 'Datoen har ikkje årstal. Skriv han som 16.11.2016.',
    en: 'The date has no year. Write it as 16.11.2016.',
  },
  DATE_IN_FUTURE: {
    nb: 'Vedtaket har en dato etter i dag. Rett datoen eller statusen.',
    nn: 'Vedtaket har ein dato etter i dag. Rett datoen eller statusen.',
    en: 'The decision has a date after today. Mend the date or the status.',
  },
  DATE_TOO_EARLY: {
    nb: 'Datoen er før saken begynte ({about}). Rett datoen.',
    nn: 'Datoen er før saka byrja ({about}). Rett datoen.',
    en: 'The date is before the case began ({about}). Mend the date.',
  },
  OUT_OF_ORDER: {
    nb: 'Datoen er før en tidligere behandling ({about}). Rett datoene.',
    nn: 'Datoen er før ei tidlegare handsaming ({about}). Rett datoane.',
    en: 'The date is before an earlier step ({about}). Mend the dates.',
  },
  NO_SUCH_STEP: {
    nb: 'Saksgangen til kommunen har ikke dette organet. Legg det til, eller tøm cellen.',
    nn: 'Saksgangen til kommunen har ikkje dette organet. Legg det til, eller tøm cella.',
    en: 'The municipality’s route has no such body. Add it, or empty the cell.',
  },
  BODY_DECIDES: {
    nb: 'Organet avgjør saken. Skriv «vedtatt» eller «nei», ikke en innstilling.',
    nn: 'Organet avgjer saka. Skriv «vedteke» eller «nei», ikkje ei tilråding.',
    en: 'This body decides. Write “approved” or “no”, not a recommendation.',
  },
  NOT_A_NUMBER: {
    nb: 'Cellen er ikke et tall. Skriv for eksempel 1 234,5.',
    nn: 'Cella er ikkje eit tal. Skriv til dømes 1 234,5.',
    en: 'The cell is not a number. Write for example 1 234,5.',
  },
  NO_SUCH_ITEM: {
    nb: 'Kolonnen «{about}» hører ikke til en vare. Velg vare, eller se bort fra kolonnen.',
    nn: 'Kolonna «{about}» høyrer ikkje til ei vare. Vel vare, eller sjå bort frå kolonna.',
    en: 'The column “{about}” belongs to no item. Choose an item, or ignore the column.',
  },
  NO_SUCH_YEAR: {
    nb: 'Avtalen gjelder ikke {about}. Rett årene, eller se bort fra kolonnen.',
    nn: 'Avtalen gjeld ikkje {about}. Rett åra, eller sjå bort frå kolonna.',
    en: 'The contract does not cover {about}. Mend the years, or ignore the column.',
  },
} satisfies Record<string, Texts>;

/** A cell that cannot be taken over. */
export interface SheetFault {
  readonly cell: string;
  readonly fault: keyof typeof SHEET_FAULTS;
  readonly about: string;
}
