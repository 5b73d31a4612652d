/** The ways of compressing that this service knows, the better first. */
export type Encoding = 'br' | 'gzip';

/** Below this many characters an answer fits into one packet anyway. */
const WORTH_IT = 1_400;

/** How an answer is compressed for somebody who accepts these encodings; null when it goes as it is. */
export function encodingFor(accepts: string | undefined, length: number): Encoding | null {
  if (!accepts || length < WORTH_IT) return null;
  const known = new Map(
    accepts
      .toLowerCase()
      .split(',')
      .map((one): [string, number] => {
        const [name = '', ...details] = one.split(';').map((part) => part.trim());
        const weight = details.find((detail) => detail.startsWith('q='));
        return [name, weight ? Number(weight.slice(2)) : 1];
      }),
  );
  return (['br', 'gzip'] as const).find((encoding) => (known.get(encoding) ?? 0) > 0) ?? null;
}
