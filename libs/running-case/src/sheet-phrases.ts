import type { SheetMeaning } from './sheet-wordings.rules';

type Phrases<Meaning extends SheetMeaning> = Readonly<Record<Meaning, readonly string[]>>;

/** Whole phrases in Bokmål, Nynorsk and English. What is not here is asked, never guessed from a part of it. */
export const PHRASES: Phrases<Exclude<SheetMeaning, 'FIRM' | 'OPTION' | 'OUT'>> = {
  NOTHING_YET: listed(
    'ikke svart, ikkje svart, ikke behandlet, ikkje handsama, ikke startet, ikkje starta, ingen svar,',
    'ikke svar, ikkje svar, avventer, avventar, venter, ventar, venter svar, venter på svar, purret,',
    'purra, ukjent, mangler, manglar, na, n a, invitert, inviterte, not answered, no answer, invited,',
    'vet ikke, veit ikkje',
  ),
  UNDER_WAY: listed(
    'under behandling, under handsaming, til behandling, til handsaming, sendt, send, oversendt, i arbeid,',
    'arbeider med saken, jobber med saken, jobbar med saka, på sakskartet, skal opp, skal behandles,',
    'skal handsamast, behandles, blir behandlet, handsamast, meldt opp, pågår, på gang, kommer opp,',
    'kjem opp, kommer, saksframlegg sendt, in progress, under way, planlagt, tas opp, blir tatt opp',
  ),
  POSTPONED: listed(
    'utsatt, utsett, utsettes, utsatt til, utsett til, blir utsatt, postponed, deferred, vedtatt utsatt,',
    'vedteke utsett',
  ),
  RECOMMENDED: listed(
    'innstilt, innstilling, innstilling ok, positiv innstilling, anbefalt, anbefaler, tilrådd, tilrår,',
    'tilråding, recommended',
  ),
  NOT_RECOMMENDED: listed('ikke anbefalt, ikkje tilrådd, frarådd, fraråder, negativ innstilling, not recommended'),
  APPROVED: listed(
    'ok, ja, vedtatt, vedteke, enstemmig, samrøystes,',
    'enstemmig vedtatt, vedtatt enstemmig, samrøystes vedteke, vedteke samrøystes, godkjent, godkjend,',
    'positivt, positivt vedtak, positiv, bifalt, tiltrådt, ok vedtatt, ja vedtatt, vedtatt ok, yes,',
    'approved, adopted, agreed, behandlet og vedtatt, vedtatt å delta, vedteke å delta',
  ),
  APPROVED_WITH_CONDITIONS: listed(
    'vedtatt med vilkår, vedteke med vilkår, vedtatt med forbehold, vedteke med atterhald,',
    'ja med forbehold, ok med forbehold, godkjent med forbehold, godkjent med vilkår, vedtatt m forbehold,',
    'vedtatt m vilkår, approved with conditions, yes with conditions',
  ),
  REJECTED: listed(
    'nei, avslått, avslag, avvist, ikke vedtatt, ikkje vedteke, nedstemt, nedrøysta, forkastet,',
    'vedtatt ikke å delta, vedteke ikkje å delta, sier nei, seier nei, takket nei, takka nei, negativt,',
    'negativt vedtak, no, rejected, declined',
  ),
};

/** What is chosen, in words that are not a decision as well. */
export const CHOICES: Phrases<'FIRM' | 'OPTION' | 'OUT'> = {
  FIRM: listed('fast, deltar, deltek, er med, med, påmeldt, påmeld, firm, takes part, vil delta, deltar fast'),
  OPTION: listed(
    'opsjon, med opsjon, har opsjon, på opsjon, option, with an option, deltar med opsjon,',
    'deltek med opsjon',
  ),
  OUT: listed(
    'ikke med, ikkje med, deltar ikke, deltek ikkje, står utenfor, står utanfor, ute, out, vil ikke delta,',
    'vil ikkje delta',
  ),
};

function listed(...lines: string[]): string[] {
  return lines
    .join(' ')
    .split(',')
    .map((phrase) => phrase.trim());
}
