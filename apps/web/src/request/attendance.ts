const AWAY_AFTER_MS = 60_000;

let lastSeen = Date.now();
for (const event of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
  globalThis.addEventListener?.(event, () => (lastSeen = Date.now()), { capture: true, passive: true });

/** Says of a request that nobody has been at the page for a minute: what it asks by itself keeps no session alive. */
export function attendance(now = Date.now()): { 'x-unattended'?: '1' } {
  return now - lastSeen > AWAY_AFTER_MS ? { 'x-unattended': '1' } : {};
}
