/** Bokmål: the footer, and the statements on accessibility and privacy. */
export const statements = {
  footer: {
    label: 'Om tjenesten',
    glossary: 'Ordliste',
    accessibility: 'Tilgjengelighet',
    privacy: 'Personvern',
  },
  accessibility: {
    title: 'Tilgjengelighet',
    intro: 'Alle skal kunne bruke Samanker. Her står det hva vi lover, hvordan vi tester, og hvor du sier fra.',
    updated: (date: string) => `Oppdatert ${date}.`,
    standardTitle: 'Kravene vi følger',
    standard:
      'Vi bygger etter WCAG 2.2 på nivå A og AA. Norsk lov krever nesten alle kravene i WCAG 2.1 på de samme nivåene. Vi kjenner ingen brudd på kravene nå.',
    testedTitle: 'Slik tester vi',
    tested:
      'Hver side testes automatisk med verktøyet axe, på bred og smal skjerm. Vi kontrollerer at de viktigste oppgavene kan gjøres bare med tastatur. Vi har ikke testet sammen med brukere av skjermleser ennå. Automatiske tester finner ikke alle feil.',
    helpTitle: 'Slik er sidene laget',
    help: 'Kart og diagrammer har en tabell med det samme innholdet. Status vises med ord og tegn, aldri bare med farge. Sidene tåler 400 % forstørrelse.',
    limitsTitle: 'Dette kan mangle',
    limits:
      'Filer som kommunene laster opp selv, kan ha feil vi ikke ser. Verktøyet for utviklere, GraphiQL, er ikke testet.',
    contactTitle: 'Si fra om feil',
    contact: 'Møter du et hinder, så si fra. Fortell hvilken side det gjelder, og hva du prøvde å gjøre.',
    complainTitle: 'Klag til tilsynet',
    complain: 'Blir feilen ikke rettet, kan du klage til Tilsynet for universell utforming av ikt.',
    authority: 'Gå til uutilsynet.no',
  },
  privacy: {
    title: 'Personvern',
    intro: 'Her står det hva tjenesten vet om deg, hvorfor, og hva du kan kreve.',
    whoTitle: 'Hvem som har ansvaret',
    who: 'Kommunen som registrerte deg, har ansvaret for opplysningene om deg. Verten har ansvaret for saken den leder. De som drifter tjenesten, gjør det etter avtale med kommunene.',
    whatTitle: 'Det vi vet om deg',
    what: 'Navn, e-post på jobb, telefon, språk og roller. Hva du har ført og bestemt, og når. E-postene du har fått. Vi lagrer aldri fødselsnummer, og ikke hva du leser. Vi lagrer ingenting om pasienter, elever eller andre innbyggere.',
    whyTitle: 'Hvorfor',
    why: 'Kommunene løser en oppgave i allmennhetens interesse når de kjøper sammen. Vedtak må dessuten arkiveres etter loven. Grunnlaget er personvernforordningen artikkel 6 nr. 1 bokstav c og e.',
    keptTitle: 'Hvor lenge',
    kept: 'Navn og adresse slettes på forespørsel, eller når oppdraget ditt er slutt. Innloggingen varer i høyst tolv timer. Hvem en e-post gikk til, slettes etter tolv måneder. Vedtak og fullmakter blir arkivert sammen med saken.',
    rightsTitle: 'Dette kan du kreve',
    rights:
      'Du kan få se alt vi har om deg, få rettet feil og bli slettet. Vedtak blir stående, men uten navnet ditt der loven tillater det. Spør personvernombudet i kommunen din. Du kan også klage til Datatilsynet.',
    cookiesTitle: 'Informasjonskapsler',
    cookies:
      'Vi bruker to, og begge er nødvendige for innloggingen. Vi måler ikke bruken din, og siden henter ingenting fra andre.',
    authority: 'Gå til datatilsynet.no',
  },
  operator: {
    example: 'eksempel',
    writeTo: 'Kontakt',
    or: 'eller',
    runBy: 'Tjenesten drives av',
    helpless: 'Hjelper det ikke? Kontakt',
  },
};
