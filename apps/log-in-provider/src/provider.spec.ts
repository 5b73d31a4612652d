import { choosePersonPage } from './pages';
import { peopleOf } from './people';
import type * as StandIn from './provider';

const row = {
  personId: 'p',
  name: 'Kari <b>',
  email: 'kari@grimstad.example',
  regionName: 'Agder',
  organisationName: 'Grimstad' as string | null,
  organisationNumber: '910753614' as string | null,
};
const people = peopleOf([
  row,
  { ...row, organisationName: 'Åmli', organisationNumber: '864965962' },
  { ...row, personId: 'r', name: 'Revisor', organisationName: null, organisationNumber: null },
]);

describe('the stand-in of Ansattporten', () => {
  it('does not exist in production', async () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    const silenced = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { standInProvider } = jest.requireActual<typeof StandIn>('./provider');
    try {
      const settings = {
        issuer: 'http://localhost:1',
        clientId: 'x',
        clientSecret: 'x'.repeat(20),
        serviceUrl: 'http://x',
      };
      await expect(standInProvider({ ...settings, people: async () => [] })).rejects.toThrow(
        'does not exist in production',
      );
    } finally {
      silenced.mockRestore();
      process.env.NODE_ENV = before;
    }
  });

  it('knows each person once, with everywhere the person may act', () => {
    expect(people).toEqual([
      expect.objectContaining({
        personId: 'p',
        organisations: [
          { number: '910753614', name: 'Grimstad' },
          { number: '864965962', name: 'Åmli' },
        ],
        region: null,
      }),
      expect.objectContaining({ personId: 'r', organisations: [], region: 'Agder' }),
    ]);
  });

  it('lists them by organisation, narrowed by a search, and writes nothing that could run', () => {
    const page = choosePersonPage('/interaction/x', people, '');
    expect(page).toContain('<h2>Grimstad</h2>');
    expect(page).toContain('Kari &#60;b&#62; (også Åmli)');
    expect(page).not.toContain('<b>');
    expect(choosePersonPage('/interaction/x', people, '"><script>')).not.toContain('<script>');
    expect(choosePersonPage('/interaction/x', people, 'revisor')).not.toContain('Grimstad');
  });
});
