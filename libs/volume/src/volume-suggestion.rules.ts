import Decimal from 'decimal.js';

/** With fewer others a median says nothing. */
export const FEWEST_PEERS = 3;

/** What a suggestion is made from. */
export interface PeerRate {
  /** Median of the others' declared quantity per 1 000 inhabitants. */
  readonly ratePerThousand: string;
  readonly peers: number;
  readonly population: number | null;
}

/**
 * R20: a modelled quantity, from the population and what others have declared: their median per 1 000 inhabitants times
 * one's own thousands, rounded up to a whole unit. Null when too few others have declared or the population is unknown.
 */
export function suggestQuantity({ ratePerThousand, peers, population }: PeerRate): string | null {
  if (population === null || population <= 0 || peers < FEWEST_PEERS) return null;
  return new Decimal(ratePerThousand).times(population).div(1000).toDecimalPlaces(0, Decimal.ROUND_UP).toFixed();
}
