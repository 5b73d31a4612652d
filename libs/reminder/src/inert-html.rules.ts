import { createHash } from 'node:crypto';

/** A page that can be shown without running, loading or leading anywhere, and the policy that makes sure. */
export interface InertHtml {
  readonly html: string;
  readonly policy: string;
}

/**
 * The HTML of one of our mails for looking at. Its styles are moved from attributes into one sheet, which the policy knows
 * by its hash, so that nothing inline is allowed at large; its links lead nowhere (R13).
 */
export function inertHtml(mail: string): InertHtml {
  const classes = new Map<string, string>();
  const body = mail.replace(/ href="[^"]*"/g, '').replace(/ style="([^"]*)"/g, (_, style: string) => {
    const name = classes.get(style) ?? `s${classes.size}`;
    classes.set(style, name);
    return ` class="${name}"`;
  });
  const sheet = [...classes].map(([style, name]) => `.${name}{${style.replaceAll('<', '')}}`).join('\n');
  const hash = createHash('sha256').update(sheet).digest('base64');
  return {
    html: body.replace('</head>', () => `<style>${sheet}</style></head>`),
    policy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox`,
  };
}
