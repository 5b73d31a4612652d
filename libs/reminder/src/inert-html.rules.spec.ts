import { createHash } from 'node:crypto';
import { inertHtml } from './inert-html.rules';

describe('inert-html: a mail to look at', () => {
  const mail =
    '<!DOCTYPE html><html lang="nb"><head><title>T</title></head><body style="margin:0"><h1 style="color:red">Hei</h1><p style="margin:0"><a href="https://x.example/" style="color:red">Åpne</a></p></body></html>';

  it('has its styles in one sheet that the policy knows by its hash, and links that lead nowhere', () => {
    const { html, policy } = inertHtml(mail);
    expect(html).not.toMatch(/ style=|href/);
    const sheet = /<style>([\s\S]*)<\/style><\/head>/.exec(html)![1]!;
    expect(sheet).toBe('.s0{margin:0}\n.s1{color:red}');
    expect(html).toContain('<p class="s0"><a class="s1">Åpne</a></p>');
    expect(policy).toContain(`'sha256-${createHash('sha256').update(sheet).digest('base64')}'`);
    expect(policy).not.toMatch(/unsafe/);
    expect(policy).toMatch(/default-src 'none'.*sandbox$/);
  });

  it('a text of somebody that looks like markup stays text', () => {
    expect(inertHtml('<html><head></head><body>&lt;script&gt;</body></html>').html).toContain('&lt;script&gt;');
  });
});
