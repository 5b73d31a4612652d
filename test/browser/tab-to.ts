import type { Page } from 'playwright-core';

/** Presses Tab until the named element has the focus: nobody needs a mouse to come there. */
export async function tabTo(page: Page, name: RegExp, most = 80): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab');
    const named = await page.evaluate(
      `(() => { const e = document.activeElement; return e ? (e.getAttribute('aria-label') ?? (e.labels?.[0]?.textContent || e.textContent) ?? '') : ''; })()`,
    );
    if (name.test(String(named))) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}
