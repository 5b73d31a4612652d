import type { Page } from 'playwright-core';

/** Roles that a person acts on: without a name nobody who hears the page knows what they do. */
const CONTROLS = new Set([
  'button',
  'checkbox',
  'combobox',
  'link',
  'listbox',
  'menuitem',
  'radio',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox',
]);

interface AxNode {
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
}

/** What a screen reader would miss: names of controls, the one main heading, landmarks, headers and names of tables. */
export async function unheardOn(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
  await session.detach();
  const nameless = nodes
    .filter(({ ignored, role, name }) => !ignored && CONTROLS.has(role?.value ?? '') && !name?.value.trim())
    .map(({ role }) => `a ${role!.value} without a name`);
  return [...nameless, ...((await page.evaluate(UNHEARD)) as string[])];
}

const UNHEARD = `(() => {
  const shown = (element) => element.checkVisibility();
  const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);
  const named = (element) => element.getAttribute('aria-label') || document.getElementById(element.getAttribute('aria-labelledby'))?.textContent;
  const found = [];
  for (const [what, selector] of [['h1', 'h1'], ['main', 'main, [role=main]'], ['banner', 'body > header, #app > header, [role=banner]'], ['contentinfo', 'body > footer, #app > footer, [role=contentinfo]']]) {
    const count = all(selector).length;
    if (count !== 1) found.push(count + ' × ' + what);
  }
  const navigations = all('nav');
  for (const one of navigations) if (navigations.length > 1 && !named(one)) found.push('a navigation without a name');
  if (new Set(navigations.map(named)).size < navigations.length) found.push('two navigations with the same name');
  if (!document.title.includes(document.querySelector('h1')?.textContent ?? '?')) found.push('a title that is not the heading: ' + document.title);
  let level = 1;
  for (const heading of all('h1, h2, h3, h4, h5, h6')) {
    const here = Number(heading.tagName[1]);
    if (here > level + 1) found.push('a heading that skips a level: ' + heading.textContent);
    level = here;
  }
  for (const table of all('table')) {
    const region = table.closest('[role=region]');
    if (!table.caption?.textContent && !named(table) && !(region && named(region))) found.push('a table without a name: ' + table.textContent.slice(0, 60));
    if (!table.querySelector('th[scope=col]')) found.push('a table without headers of its columns: ' + table.textContent.slice(0, 60));
  }
  return found;
})()`;

/** Does the page have to be moved sideways to be read? */
export async function movesSideways(page: Page): Promise<boolean> {
  return (await page.evaluate('document.documentElement.scrollWidth > innerWidth + 1')) as boolean;
}

/** What is cut off, or makes the page wider than the window, when a reader spaces the text out (WCAG 1.4.12). */
export async function cutOffWhenSpaced(page: Page): Promise<string[]> {
  return (await page.evaluate(`(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
    document.adoptedStyleSheets.push(sheet);
    const cut = [...document.querySelectorAll('#app *')].filter((element) => {
      if (!element.checkVisibility() || element.closest('.unseen, .ds-skip-link, svg, [aria-hidden=true], select, textarea') || !element.textContent.trim()) return false;
      const style = getComputedStyle(element);
      // Shortened to some lines with or without spacing: the whole text is its name, or stands where its row leads.
      if (style.webkitLineClamp !== 'none' && (element.ariaLabel || element.dataset.shortened !== undefined)) return false;
      const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
      return (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 2) || (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 2);
    }).map((element) => 'cut off when spaced: ' + element.outerHTML.slice(0, 120));
    if (document.documentElement.scrollWidth > innerWidth + 1) cut.push('sideways when spaced');
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    return cut;
  })()`)) as string[];
}
