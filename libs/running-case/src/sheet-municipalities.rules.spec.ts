import { MunicipalityFinder, type KnownMunicipality } from './sheet-municipalities.rules';

const KNOWN: KnownMunicipality[] = [
  ['Kristiansand', '1001'],
  ['Søgne', '1018'],
  ['Songdalen', '1017'],
  ['Birkenes', '0928'],
  ['Lillesand', '0926'],
  ['Hægebostad', '1034'],
  ['Åseral', '1026'],
  ['Bygland', '0938'],
  ['Bykle', '0941'],
].map(([name, number]) => ({ id: name!, name: name!, number: number!, before: [] }));

const finder = new MunicipalityFinder(KNOWN);

describe('the municipalities of a spreadsheet', () => {
  it.each([
    ['Søgne', '', 'Søgne'],
    ['SØGNE', '', 'Søgne'],
    ['Søgne kommune', '', 'Søgne'],
    ['Kristiansand kommune ', '', 'Kristiansand'],
    ['Kristiansands kommune', '', 'Kristiansand'],
    ['Birkenes kommune', '', 'Birkenes'],
    ['Birkenes k.', '', 'Birkenes'],
    ['0926 Lillesand', '', 'Lillesand'],
    ['Lillesand (0926)', '', 'Lillesand'],
    ['Lillesand (v/ Kari)', '', 'Lillesand'],
    ['', '928', 'Birkenes'],
    ['926', '', 'Lillesand'],
    ['Birkenes', '0928', 'Birkenes'],
  ])('finds %p %p', (name, number, id) => {
    expect(finder.find(name, number)).toEqual({ kind: 'FOUND', id });
  });

  it.each([
    ['Sogne', 'Søgne'],
    ['Haegebostad', 'Hægebostad'],
    ['Hegebostad', 'Hægebostad'],
    ['Aseral', 'Åseral'],
    ['Kr.sand', 'Kristiansand'],
    ['Kr. sand', 'Kristiansand'],
    ['krsand', 'Kristiansand'],
    ['Kristainsand', 'Kristiansand'],
    ['Byglandd', 'Bygland'],
  ])('asks about %s and suggests %s first, never takes it unseen', (text, first) => {
    const match = finder.find(text);
    expect(match.kind).toBe('ASK');
    expect(match.kind === 'ASK' && match.suggestions[0]).toBe(first);
  });

  it.each(['Oslo', 'Sum', 'Aust-Agder', '?', '0301'])('suggests nothing for %s', (text) => {
    expect(finder.find(text)).toEqual({ kind: 'ASK', suggestions: [] });
  });

  it('suggests the successor for an old name or number (R33), and stops where name and number contradict each other', () => {
    const today = new MunicipalityFinder([
      { id: 'new', name: 'Kristiansand', number: '4204', before: [{ name: 'Søgne', number: '1018' }] },
      { id: 'other', name: 'Lyngdal', number: '4225', before: [] },
    ]);
    expect(today.find('Søgne')).toEqual({ kind: 'ASK', suggestions: ['new'] });
    expect(today.find('', '1018')).toEqual({ kind: 'ASK', suggestions: ['new'] });
    expect(finder.find('Birkenes', '0926')).toEqual({ kind: 'CONTRADICTION', suggestions: ['Birkenes', 'Lillesand'] });
  });
});
