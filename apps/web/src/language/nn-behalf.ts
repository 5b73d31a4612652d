import type { Said } from './catalogue';
import type { behalf as nb } from './nb-behalf';

/** Nynorsk: what the host registers on a municipality's written behalf (R29). */
export const behalf: Said<typeof nb> = {
  behalf: {
    note: 'Du handlar på vegner av kommunen. Det blir ståande for alltid.',
    because: 'Kvifor fører de dette for kommunen?',
    evidence: 'Skriftleg oppmoding frå kommunen',
    evidenceHelp: 'Har du inga fil, skriv arkivreferansen eller ei lenkje som byrjar med https://.',
    file: 'Oppmodinga som fil',
    open: 'Opne oppmodinga (PDF)',
    kept: 'Ligg som fil hos partane.',
    enclosed: 'Vedlagd som fil',
    mark: 'Ført av verten på vegner av kommunen',
    title: 'Ført på vegner av kommunen',
    acts: {
      chooseParts: 'Val av delar',
      confirmLocalGain: 'Stadfesting av gevinsten',
      recordLegalityReview: 'Lovlegkontroll',
      recordPowerOfAttorney: 'Fullmakt',
      withdrawPowerOfAttorney: 'Tilbaketrekking av fullmakta',
      leaveCase: 'Utmelding',
      declareVolumes: 'Mengder',
      adjustRoute: 'Endring av saksgangen',
      submitAnchoringStep: 'Innsending av saka',
      decideAnchoringStep: 'Vedtak',
      supersedeDecision: 'Nytt vedtak',
      recordDecisionDetails: 'Opplysningar om vedtaket',
      importRunningCase: 'Overføring frå rekneark',
    },
  },
};
