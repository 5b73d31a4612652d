import { faultOfNote, faultOfSaid, writtenFor } from './note.rules';

describe('notes and dates that were said', () => {
  it('a note has a text of at most 2 000 characters', () => {
    expect(faultOfNote('  ')).toMatchObject({ fault: 'REQUIRED', path: ['input', 'text'] });
    expect(faultOfNote('x'.repeat(2_001))).toMatchObject({ fault: 'TOO_LONG' });
    expect(faultOfNote('De tar saken i mars.')).toBeNull();
  });

  it('what is said lies on or after the day it was heard, at most ten years ahead; nobody has heard it tomorrow', () => {
    const today = '2016-11-16';
    expect(faultOfSaid({ on: '2016-11-16' }, today)).toBeNull();
    expect(faultOfSaid({ on: '2017-03-01', heardOn: '2016-11-10', saidBy: 'DIRECTOR' }, today)).toBeNull();
    expect(faultOfSaid({ on: null, heardOn: '2016-11-10' }, today)).toBeNull();
    expect(faultOfSaid({ on: '2016-11-15' }, today)).toMatchObject({ fault: 'DATE_TOO_EARLY' });
    // What was said last week to be done by yesterday was said all the same.
    expect(faultOfSaid({ on: '2016-11-15', heardOn: '2016-11-10' }, today)).toBeNull();
    expect(faultOfSaid({ on: '2017-03-01', heardOn: '2016-11-17' }, today)).toMatchObject({
      fault: 'DATE_TOO_LATE',
      path: ['input', 'heardOn'],
    });
    expect(faultOfSaid({ on: '2026-11-17' }, today)).toMatchObject({ fault: 'DATE_TOO_LATE', path: ['input', 'on'] });
  });

  it('only a title of the municipality can have said it', () => {
    expect(faultOfSaid({ on: '2017-03-01', saidBy: 'SECRETARIAT' }, '2016-11-16')).toMatchObject({
      fault: 'NOT_ALLOWED_HERE',
      path: ['input', 'saidBy'],
    });
  });

  it('R28: a note belongs to the organisation in whose name it is written; the secretariat writes for the region', () => {
    const parties = { organisationId: 'birkenes', hostOrganisationId: 'kristiansand' };
    expect(writtenFor('own', parties)).toBe('birkenes');
    expect(writtenFor('host', parties)).toBe('kristiansand');
    expect(writtenFor('region', parties)).toBeNull();
  });
});
