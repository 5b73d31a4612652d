import { detailsOf, isScope } from './provider.rules';

describe('what is asked of a provider of log-ins', () => {
  it.each(['openid', 'openid profile', ' profile  openid email '])('%j', (text) => expect(isScope(text)).toBe(true));
  it.each(['', 'profile email', 'openid ssn', 'openid pid', 'openid national_id_number', 'openid krr:fodselsnummer'])(
    'not %j: no log-in, or a national identity number',
    (text) => expect(isScope(text)).toBe(false),
  );
  it('a list in JSON, or what is no list', () => {
    expect(detailsOf('[{"type":"ansattporten:orgno"}]')).toEqual([{ type: 'ansattporten:orgno' }]);
    expect(detailsOf('[{')).toBe('[{');
  });
});
