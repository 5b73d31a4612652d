import type { PersonAtProvider } from './people';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The only style sheet of the stand-in. */
export const STYLE = `
:root { color-scheme: light; font-family: system-ui, Arial, sans-serif; line-height: 1.5; }
body { margin: 0; background: #fff; color: #1e2b3c; }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
.marked { border-inline-start: .4rem solid #b35900; background: #fff4e5; padding: .75rem 1rem; }
form.search { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin-block: 1.5rem; }
label { display: block; font-weight: 600; }
input, button { font: inherit; padding: .5rem .75rem; border: 2px solid #1e2b3c; border-radius: .25rem; background: #fff; color: inherit; }
button { cursor: pointer; text-align: start; }
button:hover { background: #e8eef6; }
:focus-visible { outline: 3px solid #1e2b3c; outline-offset: 2px; }
ul { list-style: none; padding: 0; display: grid; gap: .5rem; }
li button { width: 100%; }
h2 { font-size: 1.1rem; margin: 1.5rem 0 .5rem; }
`;

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="nb">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><link rel="stylesheet" href="/style.css"></head>
<body><main><h1>${escaped(title)}</h1>
<p class="marked">Dette er en etterligning av Ansattporten, for utvikling og demo. Ingen her er virkelige personer, og ingen trenger passord.</p>
${body}
</main></body></html>`;
}

const REGION = 'Regionene';

/** Everybody who can be chosen, grouped by organisation, narrowed by a search that needs no script. */
export function choosePersonPage(path: string, people: readonly PersonAtProvider[], search: string): string {
  const wanted = search.trim().toLowerCase();
  const groups = new Map<string, string[]>();
  for (const { personId, name, organisations, region } of people) {
    const places = [...organisations, ...(region ? [{ number: '', name: region }] : [])];
    for (const place of places) {
      const group = place.number ? place.name : REGION;
      if (!`${name} ${place.name}`.toLowerCase().includes(wanted)) continue;
      const also = places.filter((other) => other !== place).map((other) => other.name);
      const text = `${escaped(name)}${place.number ? '' : `, ${escaped(place.name)}`}${also.length ? ` (også ${escaped(also.join(', '))})` : ''}`;
      const choice = escaped(`${personId} ${place.number}`.trim());
      groups.set(group, [
        ...(groups.get(group) ?? []),
        `<li><button name="choice" value="${choice}">${text}</button></li>`,
      ]);
    }
  }
  const number = [...groups.values()].flat().length;
  const lists = [...groups].map(([group, items]) => `<h2>${escaped(group)}</h2><ul>${items.join('')}</ul>`);
  return page(
    'Hvem vil du logge inn som?',
    `<form class="search" method="get" action="${escaped(path)}" role="search">
<div><label for="q">Søk etter navn eller kommune</label><input id="q" name="q" value="${escaped(search)}" autocomplete="off"></div>
<button>Søk</button></form>
<p role="status">${number === 0 ? 'Ingen treff.' : `${number} å velge mellom.`}</p>
<form method="post" action="${escaped(path)}">
${lists.join('\n')}
<h2>Vil du ikke logge inn?</h2>
<button name="choice" value="">Avbryt</button>
</form>`,
  );
}

/** Asks whether to end the session here too; `form` is the provider’s own, without a button. */
export function logOutPage(form: string): string {
  return page(
    'Logg ut av Ansattporten',
    `<p>Du er logget ut av Samanker. Vil du logge ut her også?</p>${form}
<ul><li><button type="submit" form="op.logoutForm" name="logout" value="yes">Ja, logg ut</button></li>
<li><button type="submit" form="op.logoutForm">Nei, bli innlogget her</button></li></ul>`,
  );
}

/** Something that cannot be shown, in one sentence. */
export function plainPage(title: string, sentence: string): string {
  return page(title, `<p>${escaped(sentence)}</p>`);
}
