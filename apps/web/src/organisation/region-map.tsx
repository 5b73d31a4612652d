import { Heading } from '@digdir/designsystemet-react';
import { Link } from 'react-router';
import type { RegionOverviewQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import { Facts } from '../page/facts';
import { Fold } from '../page/fold';
import { SortTable, type SortColumn } from '../page/sort-table';
import { MunicipalityMap, type MapKind } from './municipality-map';

type Region = RegionOverviewQuery['regionOverview'];
type Municipality = Region['municipalities'][number];

/** The most pressing thing that holds for a municipality over all its cases. */
function kindOf(one: Municipality): string {
  if (one.cannotMakeIt > 0) return 'cannot';
  if (one.late > 0) return 'late';
  if (one.overdue > 0) return 'overdue';
  if (one.cases === 0) return 'none';
  return one.anchored === one.cases ? 'done' : 'going';
}

/** The members of the region over all its cases: on the map, and as a table that is sorted. */
export function RegionMap({ region }: { region: Region }) {
  const { t, number } = useLanguage();
  const kinds: readonly MapKind[] = [
    { key: 'cannot', name: t.planningStatuses.CANNOT_MAKE_IT, look: 'stopped', sign: 'stop' },
    { key: 'late', name: t.planningStatuses.LATE, look: 'late', sign: 'warning' },
    { key: 'overdue', name: t.boardFilters.OVERDUE, look: 'tight', sign: 'waiting' },
    { key: 'going', name: t.region.going, look: 'going', sign: 'open' },
    { key: 'done', name: t.region.allDone, look: 'done', sign: 'done' },
    { key: 'none', name: t.region.noCases, look: 'asked' },
  ];
  const factsOf = (one: Municipality): (readonly [string, string])[] => [
    [t.region.cases, number(one.cases)],
    [t.participationStates.ANCHORED, number(one.anchored)],
    [t.boardFilters.OVERDUE, number(one.overdue)],
    [t.planningStatuses.LATE, number(one.late)],
    [t.planningStatuses.CANNOT_MAKE_IT, number(one.cannotMakeIt)],
    [t.region.needsOutside, number(one.needs)],
  ];
  const title = `${t.region.municipalities}, ${region.regionName}`;
  const figure = (key: 'cases' | 'anchored' | 'overdue' | 'late' | 'cannotMakeIt' | 'needs', name: string) =>
    ({ key, title: name, kind: 'figure', value: (one) => one[key] }) satisfies SortColumn<Municipality>;
  return (
    <section className="section" aria-labelledby="region-map">
      <Heading level={2} data-size="sm" id="region-map">
        {t.region.municipalities}
      </Heading>
      <MunicipalityMap
        title={title}
        kinds={kinds}
        places={region.municipalities.map((one) => ({
          number: one.municipalityNumber ?? null,
          name: one.organisationName,
          kind: kindOf(one),
          to: `/organisations/${one.organisationId}/cases`,
          says: `${one.organisationName}: ${factsOf(one)
            .map(([label, value]) => `${label}: ${value}`)
            .join('. ')}`,
          facts: <Facts rows={factsOf(one)} />,
        }))}
        absent={{ key: 'absent', name: t.region.notMember, look: 'none' }}
      />
      <Fold title={t.documents.asTable(title)}>
        <SortTable
          title={title}
          columns={[
            {
              key: 'name',
              title: t.board.municipality,
              value: (one) => one.organisationName,
              cell: (one) => <Link to={`/organisations/${one.organisationId}/cases`}>{one.organisationName}</Link>,
            },
            figure('cases', t.region.cases),
            figure('anchored', t.participationStates.ANCHORED),
            figure('overdue', t.boardFilters.OVERDUE),
            figure('late', t.planningStatuses.LATE),
            figure('cannotMakeIt', t.planningStatuses.CANNOT_MAKE_IT),
            figure('needs', t.region.needsOutside),
          ]}
          rows={region.municipalities}
          keyOf={(one) => one.organisationId}
        />
      </Fold>
    </section>
  );
}
