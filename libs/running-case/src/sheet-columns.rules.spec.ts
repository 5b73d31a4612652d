import { bodyOf, itemNameOf, readHeading } from './sheet-columns.rules';

describe('the headings of somebody’s spreadsheet', () => {
  it.each([
    ['Kommune', 'MUNICIPALITY'],
    ['KOMMUNE:', 'MUNICIPALITY'],
    ['Municipality', 'MUNICIPALITY'],
    ['Kommunenr.', 'MUNICIPALITY_NUMBER'],
    ['Knr', 'MUNICIPALITY_NUMBER'],
    ['Kontaktperson', 'CONTACT_NAME'],
    ['Kontaktperson e-post', 'CONTACT_EMAIL'],
    ['E-post', 'CONTACT_EMAIL'],
    ['epostadresse', 'CONTACT_EMAIL'],
    ['Tlf.', 'CONTACT_PHONE'],
    ['Mobil', 'CONTACT_PHONE'],
    ['Status', 'STATUS'],
    ['Vedtak', 'STATUS'],
    ['Handsaming', 'STATUS'],
    ['Vedtaksdato', 'DECIDED_ON'],
    ['Dato for vedtak', 'DECIDED_ON'],
    ['Dato', 'DECIDED_ON'],
    ['Saksnr.', 'CASE_NUMBER'],
    ['Arkivsak', 'CASE_NUMBER'],
    ['Deltakelse', 'CHOICE'],
    ['Opsjon', 'CHOICE'],
    ['Sier de', 'SAYS_BY'],
    ['Forventet dato', 'SAYS_BY'],
    ['Planlagt behandling', 'SAYS_BY'],
    ['Merknad', 'COMMENT'],
    ['Kommentarar', 'COMMENT'],
    ['Organ', 'BODY'],
    ['Antall trygghetsalarmer', 'QUANTITY'],
    ['Tal på alarmar', 'QUANTITY'],
    ['Folketal', 'IGNORED'],
  ])('takes %s for %s', (heading, column) => {
    expect(readHeading(heading)).toMatchObject({ column });
  });

  it('takes a column that bears the name of a body for what that body decided', () => {
    expect(readHeading('Kommunestyre')).toEqual({ column: 'STATUS', body: 'COUNCIL', year: null });
    expect(readHeading('Formannskapet')).toEqual({ column: 'STATUS', body: 'EXECUTIVE_COMMITTEE', year: null });
    expect(readHeading('Vedtak bystyret')).toEqual({ column: 'STATUS', body: 'COUNCIL', year: null });
    expect(readHeading('Dato formannskap')).toEqual({ column: 'DECIDED_ON', body: 'EXECUTIVE_COMMITTEE', year: null });
    expect(readHeading('Behandling i kommunestyret')).toMatchObject({ column: 'STATUS', body: 'COUNCIL' });
  });

  it('knows the items of the case and the year of a quantity', () => {
    expect(readHeading('Trygghetsalarm', ['Trygghetsalarm'])).toMatchObject({ column: 'QUANTITY', year: null });
    expect(readHeading('trygghetsalarm 2017', ['Trygghetsalarm'])).toMatchObject({ column: 'QUANTITY', year: 2017 });
    expect(readHeading('Antall sensorer (2018)')).toMatchObject({ column: 'QUANTITY', year: 2018 });
  });

  it.each(['', 'Hvem ringer?', 'Kolonne1', 'x'])('does not guess %p', (heading) => {
    expect(readHeading(heading)).toBeNull();
  });

  it.each([
    ['Antall trygghetsalarmer 2017', 'trygghetsalarmer'],
    ['Trygghetsalarmer (stk)', 'Trygghetsalarmer'],
    ['Tal på sensorar', 'sensorar'],
  ])('names the item of %s', (heading, name) => {
    expect(itemNameOf(heading)).toBe(name);
  });

  it.each([
    ['KS', 'COUNCIL'],
    ['heradsstyret', 'COUNCIL'],
    ['Helse- og omsorgsutvalget', null],
    ['levekårsutvalget', 'COMMITTEE'],
    ['rådmannen', 'ADMINISTRATION'],
    ['Delegert', 'ADMINISTRATION'],
    ['torget', null],
  ])('hears %s as %s', (text, body) => {
    expect(bodyOf(text)).toBe(body);
  });
});
