/** How often one place may ask for something. */
export interface RouteLimit {
  readonly name: string;
  readonly methods?: readonly string[];
  /** Fits the path as the route was registered, so that other spellings of an address cannot go round it. */
  readonly path: RegExp;
  /** Counted per session, or per network address where whoever asks may still be anybody. */
  readonly of: 'session' | 'address';
  /** Times in a minute, when a session may send `USUAL` requests; raised and lowered with it. */
  readonly perMinute: number;
}

/** Requests that one session may send in a minute, unless the setting says otherwise: far more than people do. */
export const USUAL = 600;

/** Strict where guessing would pay or work is made. Every request must be within each limit that fits it. */
export const routeLimits: readonly RouteLimit[] = [
  { name: 'code', methods: ['POST'], path: /^\/log-in\/codes?(\/|$)/, of: 'address', perMinute: 10 },
  { name: 'token', methods: ['POST'], path: /^(\/[\w-]+)*\/tokens?(\/|$)/, of: 'address', perMinute: 30 },
  { name: 'log-in', path: /^\/(log-in|log-out(-everywhere)?|act-for)(\/|$)/, of: 'address', perMinute: 60 },
  { name: 'upload', methods: ['POST', 'PUT'], path: /^\/(attachments|uploads?)(\/|$)/, of: 'session', perMinute: 30 },
  { name: 'document', path: /^\/(reports|volumes|decision-log|mail-previews)(\/|$)/, of: 'session', perMinute: 60 },
  { name: 'session', path: /^/, of: 'session', perMinute: USUAL },
  // A whole town hall may stand behind one address; whoever invents sessions meets this one.
  { name: 'address', path: /^/, of: 'address', perMinute: 10 * USUAL },
];

/** Asked by machines that watch over this one. */
const NEVER_LIMITED = /^\/(health|metrics)(\/|$)/;

/** The limits that a request must keep. */
export function limitsOf(method: string, path: string): RouteLimit[] {
  if (NEVER_LIMITED.test(path)) return [];
  return routeLimits.filter((limit) => (!limit.methods || limit.methods.includes(method)) && limit.path.test(path));
}

/** A household has a /64 of IPv6 to itself: it is one place. */
export function placeOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':');
}
