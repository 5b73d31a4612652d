import type { Said } from './catalogue';
import type { behalf as nb } from './nb-behalf';

/** English: what the host registers on a municipality's written behalf (R29). */
export const behalf: Said<typeof nb> = {
  behalf: {
    note: 'You act on behalf of the municipality. It stays marked for ever.',
    because: 'Why do you record this for the municipality?',
    evidence: 'Written request of the municipality',
    evidenceHelp: 'Without a file, give the archive reference or a link that begins with https://.',
    file: 'The request as a file',
    open: 'Open the request (PDF)',
    kept: 'Kept as a file by the parties.',
    enclosed: 'Enclosed as a file',
    mark: 'Recorded by the host on behalf of the municipality',
    title: 'Recorded on behalf of the municipality',
    acts: {
      chooseParts: 'Choice of parts',
      confirmLocalGain: 'Confirmation of the gain',
      recordLegalityReview: 'Legality review',
      recordPowerOfAttorney: 'Power of attorney',
      withdrawPowerOfAttorney: 'Withdrawal of the power of attorney',
      leaveCase: 'Leaving the case',
      declareVolumes: 'Volumes',
      adjustRoute: 'Change of the route',
      submitAnchoringStep: 'Text handed in',
      decideAnchoringStep: 'Decision',
      supersedeDecision: 'New decision',
      recordDecisionDetails: 'Details of the decision',
      importRunningCase: 'Brought in from a spreadsheet',
    },
  },
};
