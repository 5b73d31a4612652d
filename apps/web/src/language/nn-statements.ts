/** Nynorsk: the footer, and the statements on accessibility and privacy. */
export const statements = {
  footer: {
    label: 'Om tenesta',
    glossary: 'Ordliste',
    accessibility: 'Tilgjenge',
    privacy: 'Personvern',
  },
  accessibility: {
    title: 'Tilgjenge',
    intro: 'Alle skal kunne bruke Samanker. Her står det kva vi lovar, korleis vi testar, og kvar du seier frå.',
    updated: (date: string) => `Oppdatert ${date}.`,
    standardTitle: 'Krava vi følgjer',
    standard:
      'Vi byggjer etter WCAG 2.2 på nivå A og AA. Norsk lov krev nesten alle krava i WCAG 2.1 på dei same nivåa. Vi kjenner ingen brot på krava no.',
    testedTitle: 'Slik testar vi',
    tested:
      'Kvar side blir testa automatisk med verktøyet axe, på brei og smal skjerm. Vi kontrollerer at dei viktigaste oppgåvene kan gjerast berre med tastatur. Vi har ikkje testa saman med brukarar av skjermlesar enno. Automatiske testar finn ikkje alle feil.',
    helpTitle: 'Slik er sidene laga',
    help: 'Kart og diagram har ein tabell med det same innhaldet. Status er vist med ord og teikn, aldri berre med farge. Sidene toler 400 % forstørring.',
    limitsTitle: 'Dette kan mangle',
    limits:
      'Filer som kommunane lastar opp sjølve, kan ha feil vi ikkje ser. Verktøyet for utviklarar, GraphiQL, er ikkje testa.',
    contactTitle: 'Sei frå om feil',
    contact: 'Møter du eit hinder, så sei frå. Fortel kva side det gjeld, og kva du prøvde å gjere.',
    complainTitle: 'Klag til tilsynet',
    complain: 'Blir feilen ikkje retta, kan du klage til Tilsynet for universell utforming av ikt.',
    authority: 'Gå til uutilsynet.no',
  },
  privacy: {
    title: 'Personvern',
    intro: 'Her står det kva tenesta veit om deg, kvifor, og kva du kan krevje.',
    whoTitle: 'Kven som har ansvaret',
    who: 'Kommunen som registrerte deg, har ansvaret for opplysningane om deg. Verten har ansvaret for saka han leier. Dei som driftar tenesta, gjer det etter avtale med kommunane.',
    whatTitle: 'Det vi veit om deg',
    what: 'Namn, e-post på jobb, telefon, språk og roller. Kva du har ført og avgjort, og når. E-postane du har fått. Vi lagrar aldri fødselsnummer, og ikkje kva du les. Vi lagrar ingenting om pasientar, elevar eller andre innbyggjarar.',
    whyTitle: 'Kvifor',
    why: 'Kommunane løyser ei oppgåve i interessa til ålmenta når dei kjøper saman. Vedtak må dessutan arkiverast etter lova. Grunnlaget er personvernforordninga artikkel 6 nr. 1 bokstav c og e.',
    keptTitle: 'Kor lenge',
    kept: 'Namn og adresse blir sletta når du ber om det, eller når oppdraget ditt er slutt. Innlogginga varer i høgst tolv timar. Kven ein e-post gjekk til, blir sletta etter tolv månader. Vedtak og fullmakter blir arkiverte saman med saka.',
    rightsTitle: 'Dette kan du krevje',
    rights:
      'Du kan få sjå alt vi har om deg, få retta feil og bli sletta. Vedtak blir ståande, men utan namnet ditt der lova tillèt det. Spør personvernombodet i kommunen din. Du kan også klage til Datatilsynet.',
    cookiesTitle: 'Informasjonskapslar',
    cookies:
      'Vi bruker to, og begge er nødvendige for innlogginga. Vi måler ikkje bruken din, og sida hentar ingenting frå andre.',
    authority: 'Gå til datatilsynet.no',
  },
  operator: {
    example: 'døme',
    writeTo: 'Kontakt',
    or: 'eller',
    runBy: 'Tenesta blir driven av',
    helpless: 'Hjelper det ikkje? Kontakt',
  },
};
