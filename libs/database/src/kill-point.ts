/**
 * A named point at which the chaos tests kill the process without warning, as a power cut would: set
 * SAMANKER_KILL_AT=<name>. Does nothing in production.
 */
export function killPoint(name: string): void {
  if (process.env.SAMANKER_KILL_AT === name && process.env.NODE_ENV !== 'production')
    process.kill(process.pid, 'SIGKILL');
}
