/** What of a setting is secret: all of it, or the password of the address. */
export type SecretPart = 'value' | 'password';

/** Words that stand in examples everywhere, also with a few characters before or behind them. */
const KNOWN =
  /^(?:my|your|the|new|test|dev|super|top)?[-_ ]*(?:password|passord|passwd|postgres|samanker|secret|hemmelig|change[-_ ]?me|change[-_ ]?this|admin|example|default|letmein|welcome|qwerty|token|key|insert[-_ ]?here|todo|xxx+|abc|foobar)(?:[-_ ]?(?:password|passord|secret|token|key|me|here))*[-_ !.?\d]{0,8}$/i;

const FEWEST_CHARACTERS = 5;

/** Whether somebody who tries the usual words first would find it; nothing at all counts as found. */
export function isGuessable(secret: string): boolean {
  if (secret === '' || KNOWN.test(secret)) return true;
  if (new Set(secret).size < FEWEST_CHARACTERS) return true;
  return isRun(secret);
}

/** 123456…, abcdef… and backwards: each character follows its neighbour. */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((character, at) => character.charCodeAt(0) - text.charCodeAt(at));
  return [1, -1].some((step) => steps.filter((one) => one === step).length > steps.length * 0.7);
}

/** What is wrong with a secret, completing a sentence that begins with the setting's name; null when nothing is. */
export function faultOfSecret(
  value: string,
  { part, atLeast, several }: { part: SecretPart; atLeast: number; several?: boolean },
): string | null {
  const secrets = part === 'password' ? passwordsOf(value) : several ? severalOf(value) : [value];
  const what = part === 'password' ? 'a password' : 'a value';
  if (secrets.some(isGuessable)) return `has ${what} that anybody would try first: give it a long random one`;
  if (secrets.some((secret) => secret.length < atLeast)) {
    return `has ${what} of fewer than ${atLeast} characters: give it a long random one (openssl rand -hex 24)`;
  }
  return null;
}

/** A mail server may ask for no log-in; every other address without a password is refused by the empty one. */
function passwordsOf(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { protocol, username, password } = new URL(address);
  if (/^smtps?:$/.test(protocol) && username === '' && password === '') return [];
  return [decoded(password)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The secrets of a setting that takes several while one is being exchanged for another. */
export function severalOf(value: string): string[] {
  return value
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}
