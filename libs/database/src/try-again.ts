/** Codes of PostgreSQL and of the network that mean: later, or with less, the same request may well succeed. */
const LATER = new Set([
  '57014', // statement took too long
  '55P03', // waited too long for a row
  '25P03', // paused too long within a transaction
  '57P01', // the server is stopping,
  '57P02', // has crashed,
  '57P03', // or is starting
  '53300', // no connection is left
  '53400',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
]);

/** Whether the database was too slow, too busy or away: nothing is wrong with what was asked. */
export function isWorthTryingAgain(error: unknown): boolean {
  const { code, driverError, message } = (error ?? {}) as { code?: string; driverError?: unknown; message?: string };
  if (code !== undefined && (LATER.has(code) || code.startsWith('08'))) return true;
  if (driverError !== undefined && driverError !== error) return isWorthTryingAgain(driverError);
  return /^Connection terminated|^Client has encountered a connection error/.test(message ?? '');
}

/** Codes of a connection that was ended from the other side. */
const CUT = new Set(['57P01', '57P02', 'ECONNRESET', 'EPIPE']);

/** Whether the connection itself was lost: another one may do. */
export function wasCut(error: unknown): boolean {
  const { code, driverError, message } = (error ?? {}) as { code?: string; driverError?: unknown; message?: string };
  if (code !== undefined && CUT.has(code)) return true;
  if (driverError !== undefined && driverError !== error) return wasCut(driverError);
  return /^Connection terminated|^Client has encountered a connection error/.test(message ?? '');
}
