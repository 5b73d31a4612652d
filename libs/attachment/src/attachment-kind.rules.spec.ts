import { kindOf } from './attachment-kind.rules';
import { HEAD_BYTES, TAIL_BYTES } from './stage';

const PDF = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n42\n%%EOF\n';

/** The verdict on a whole file. */
function verdict(text: string | Buffer): string | null {
  const file = Buffer.isBuffer(text) ? text : Buffer.from(text, 'latin1');
  return kindOf('application/pdf')!.faultOf({
    head: file.subarray(0, HEAD_BYTES),
    tail: file.subarray(-TAIL_BYTES),
  });
}

const zipDirectory = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]).toString('latin1');

describe('attachment-kind: a PDF is a PDF and nothing else (S8)', () => {
  it.each([
    ['as most programs write it', PDF],
    ['with Windows line ends', PDF.replaceAll('\n', '\r\n')],
    ['version 2', PDF.replace('1.7', '2.0')],
    ['with a block filled up with zeros', `${PDF}${'\0'.repeat(400)}`],
    ['saved in two goes', `${PDF}2 0 obj\n<<>>\nendobj\nstartxref\n77\n%%EOF`],
    ['of a hundred kilobytes', PDF.replace('endobj', `endobj\n${'% filler\n'.repeat(12_000)}`)],
  ])('takes one %s', (_, file) => {
    expect(verdict(file)).toBeNull();
  });

  it.each([
    ['nothing', '', 'NOT_OF_KIND'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'NOT_OF_KIND'],
    ['a ZIP archive', 'PK\u0003\u0004...', 'NOT_OF_KIND'],
    ['a spreadsheet called PDF', `PK\u0003\u0004[Content_Types].xml${zipDirectory}`, 'NOT_OF_KIND'],
    [
      'XML with an external entity',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
      'NOT_OF_KIND',
    ],
    ['a PDF behind a script', `/*\n${PDF}*/alert(1)`, 'NOT_OF_KIND'],
    ['a PDF behind a line break', `\n${PDF}`, 'NOT_OF_KIND'],
    ['a PDF behind a byte order mark', `\u00ef\u00bb\u00bf${PDF}`, 'NOT_OF_KIND'],
    ['a PDF of version 9', PDF.replace('1.7', '9.9'), 'NOT_OF_KIND'],
    ['a PDF in capital letters only', PDF.replace('%PDF', '%pdf'), 'NOT_OF_KIND'],
    ['a PDF that is a page too', PDF.replace('\n', '\n%<html><body onload=alert(1)>\n'), 'HOLDS_ANOTHER'],
    ['a PDF that is a script of PHP too', PDF.replace('\n', '\n%<?php system($_GET[1]);\n'), 'HOLDS_ANOTHER'],
    ['a PDF with an archive behind it', `${PDF}PK\u0003\u0004x${zipDirectory}`, 'HOLDS_ANOTHER'],
    ['a PDF around an archive', PDF.replace('startxref', `${zipDirectory}\nstartxref`), 'HOLDS_ANOTHER'],
    [
      'an archive whose comment is the end of a PDF',
      PDF.replace('startxref', `${zipDirectory}${'x'.repeat(60_000)}\nstartxref`),
      'HOLDS_ANOTHER',
    ],
    ['a PDF with a page behind it', `${PDF}<script>alert(1)</script>`, 'HOLDS_ANOTHER'],
    ['a PDF with a program behind it', `${PDF}MZ\u0090\0`, 'HOLDS_ANOTHER'],
    ['half a PDF', PDF.slice(0, 60), 'INCOMPLETE'],
    ['a PDF without its table', PDF.replace('startxref\n42\n', ''), 'INCOMPLETE'],
    ['only the first line', '%PDF-1.7\n', 'INCOMPLETE'],
    ['only both ends', '%PDF-1.7\n%%EOF', 'INCOMPLETE'],
  ])('does not take %s', (_, file, fault) => {
    expect(verdict(file)).toBe(fault);
  });

  it('takes no other kind, however it is spelt', () => {
    expect(kindOf('Application/PDF; version=1.7')?.extension).toBe('.pdf');
    for (const type of [
      undefined,
      '',
      'text/html',
      'application/zip',
      'application/pdf2',
      'application/octet-stream',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/xml',
      'constructor',
      '__proto__',
    ])
      expect(kindOf(type)).toBeNull();
  });
});
