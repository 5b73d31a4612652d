/**
 * R1: numbers the parallel groups of a list of steps from 1. Steps beside each other that share a number are one group;
 * a step without a number stands alone, and so does one whose number was used further up: a route is never torn apart.
 */
export function parallelGroups(wanted: readonly (number | null | undefined)[]): number[] {
  let group = 0;
  let before: number | null | undefined = null;
  return wanted.map((number) => {
    if (number === null || number === undefined || number !== before) group += 1;
    before = number;
    return group;
  });
}
