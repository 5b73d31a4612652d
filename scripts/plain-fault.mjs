/** A fault that a person can mend: what is wrong, and what to do about it, without a stack. */
export class PlainFault extends Error {
  constructor(what, mend, cause) {
    super([what, mend].filter(Boolean).join(' '), { cause });
    this.name = 'PlainFault';
  }
}

export const plainFault = (what, mend, cause) => new PlainFault(what, mend, cause);

/** Runs a command-line program: a plain fault becomes its one sentence, any other keeps its stack; both exit with 1. */
export async function runPlainly(main) {
  try {
    await main();
  } catch (fault) {
    process.stderr.write(`\n${fault instanceof PlainFault ? fault.message : (fault?.stack ?? String(fault))}\n`);
    process.exitCode = 1;
  }
}
