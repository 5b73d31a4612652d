import { faultForLog } from './fault-for-log.rules';

const DATABASE_FAULT = Object.assign(new Error('duplicate key value violates unique constraint "person_email_key"'), {
  name: 'QueryFailedError',
  code: '23505',
  constraint: 'person_email_key',
  table: 'person',
  detail: 'Key (email)=(kari@amli.example) already exists.',
  where: 'PL/pgSQL function x("Kari")',
  query: 'insert into person …',
  parameters: ['Kari Nordmann', 'kari@amli.example'],
  driverError: { detail: 'Key (email)=(kari@amli.example) already exists.' },
});

describe('faults in the log of the program (S12)', () => {
  it('say what broke and where, and nothing of whom it was about', () => {
    const line = faultForLog(new Error('not saved', { cause: DATABASE_FAULT }));
    expect(line).toMatchObject({
      type: 'Error',
      message: 'not saved',
      stack: expect.stringContaining('fault-for-log'),
      cause: { type: 'QueryFailedError', code: '23505', constraint: 'person_email_key', table: 'person' },
    });
    expect(JSON.stringify(line)).not.toMatch(/kari/i);
  });

  it('leave out a value that the database could not read', () => {
    const fault = new Error('invalid input syntax for type uuid: "Kari Nordmann"');
    expect(JSON.stringify(faultForLog(fault))).not.toContain('Kari');
    expect(faultForLog(fault).message).toBe('invalid input syntax for type uuid: "…"');
  });

  it('are told whatever was thrown', () => {
    expect(faultForLog('Kari Nordmann')).toEqual({ type: 'string' });
    expect(faultForLog(undefined)).toEqual({ type: 'undefined' });
  });
});
