import { dispositionOf, readName, safeName } from './attachment-name.rules';

const pdf = (name: string): string => safeName(name, '.pdf');

describe('attachment-name: what a file may be called (S8)', () => {
  it.each([
    ['Møteprotokoll 2016-11-23.pdf', 'Møteprotokoll 2016-11-23.pdf'],
    ['PS 11_20.PDF', 'PS 11_20.pdf'],
    ['../../x', 'x.pdf'],
    ['..\\..\\windows\\system32\\x.pdf', 'x.pdf'],
    ['/etc/passwd', 'passwd.pdf'],
    ['C:\\temp\\protokoll.pdf', 'protokoll.pdf'],
    ['a\u0000b.pdf', 'ab.pdf'],
    ['linje\r\nSet-Cookie: x.pdf', 'linjeSet-Cookie_ x.pdf'],
    ['fdp.\u202eexe', 'fdp.exe.pdf'],
    ['\u2066x\u2069\u200b.pdf', 'x.pdf'],
    ['protokoll.pdf.exe', 'protokoll.pdf.exe.pdf'],
    ['CON', '_CON.pdf'],
    ['nul.pdf', '_nul.pdf'],
    ['com1.txt.pdf', '_com1.txt.pdf'],
    ['LPT¹.pdf', '_LPT¹.pdf'],
    ['conrad.pdf', 'conrad.pdf'],
    ['.htaccess', 'htaccess.pdf'],
    ['...', 'attachment.pdf'],
    ['', 'attachment.pdf'],
    ['.pdf', 'pdf.pdf'],
    ['trailing. . .pdf', 'trailing.pdf'],
    ['a<b>:c|d?*"e.pdf', 'a_b__c_d___e.pdf'],
    ['a\u2028b\u00a0\u00a0c.pdf', 'ab c.pdf'],
    ['A\u030angstro\u0308m.pdf', 'Ångström.pdf'],
  ])('%j becomes %j', (given, kept) => {
    expect(pdf(given)).toBe(kept);
  });

  it('shortens 300 characters, never in the middle of one', () => {
    expect(pdf('a'.repeat(300))).toHaveLength(150);
    const emoji = pdf(`${'a'.repeat(145)}${'📄'.repeat(20)}.pdf`);
    expect(emoji.length).toBeLessThanOrEqual(150);
    expect(emoji.isWellFormed()).toBe(true);
    expect(emoji.endsWith('.pdf')).toBe(true);
  });

  it('a cleaned name stays what it is', () => {
    for (const name of ['../../x', 'CON', 'a\u202eb', '=1+1', '📄'.repeat(200)]) expect(pdf(pdf(name))).toBe(pdf(name));
  });

  it('reads percent-encoded UTF-8, and refuses what is not', () => {
    expect(readName('M%C3%B8te.pdf')).toBe('Møte.pdf');
    expect(readName(undefined)).toBe('');
    for (const wrong of ['%', '%zz', '%E6', '%ED%A0%80', '%FF%FE']) expect(readName(wrong)).toBeNull();
  });

  it('names a download twice: in plain letters and exactly; no quotation mark or line break gets out', () => {
    expect(dispositionOf("Møte 'A' (1).pdf")).toBe(
      `attachment; filename="M_te _A_ (1).pdf"; filename*=UTF-8''M%C3%B8te%20%27A%27%20%281%29.pdf`,
    );
    for (const name of ['a"; filename="b.exe', 'a\r\nx: y', 'a\\b'].map(pdf))
      expect(dispositionOf(name)).toMatch(/^attachment; filename="[\w .()-]*"; filename\*=UTF-8''[\w%.!~-]*$/);
  });
});
