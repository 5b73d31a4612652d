// A real Chromium for what is looked at: CHROMIUM_PATH names it, else where systems put it.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Without these Chromium looks for hosts of its maker, which a closed network refuses. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A browser with a profile of its own in the folder, in Norwegian, without movement. */
export function openChromium(folder, viewport) {
  const executablePath = process.env.CHROMIUM_PATH ?? PLACES.find(existsSync);
  if (!executablePath) throw new Error('No Chromium: install it (Debian: apt install chromium) or set CHROMIUM_PATH.');
  return chromium.launchPersistentContext(folder, {
    executablePath,
    headless: true,
    args: FLAGS,
    viewport,
    reducedMotion: 'reduce',
    locale: 'nb-NO',
  });
}
