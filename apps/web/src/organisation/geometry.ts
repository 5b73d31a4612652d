import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { geoPath, geoTransverseMercator, type GeoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { FeatureCollection, Geometry } from 'geojson';
import type { GeometryCollection, Topology } from 'topojson-specification';
import agder2016 from '../../../../data/geometry/agder-2016.topojson?url';
import agder2016Points from '../../../../data/geometry/agder-2016-label-points.csv?raw';
import agder2020 from '../../../../data/geometry/agder-2020.topojson?url';
import agder2020Points from '../../../../data/geometry/agder-2020-label-points.csv?raw';
import norway2018 from '../../../../data/geometry/norway-2018-light.topojson?url';
import norway2024 from '../../../../data/geometry/norway-2024-light.topojson?url';
import { NotReachable } from '../request/ask';
import type { Point } from './map-keys';
import { countyOf, type MapName } from './which-map';

const FILES: Record<MapName, string> = {
  'agder-2016': agder2016,
  'agder-2020': agder2020,
  'norway-2018': norway2018,
  'norway-2024': norway2024,
};
const POINTS: Partial<Record<MapName, string>> = { 'agder-2016': agder2016Points, 'agder-2020': agder2020Points };

const WIDTH = 720;
const MARGIN = 12;
/** A map that is higher than this for its width is made narrower. */
const HIGHEST = 760;

type Shapes = FeatureCollection<Geometry, { id: string; name: string }>;

/** One municipality as it is drawn. */
export interface Shape {
  readonly number: string;
  readonly name: string;
  readonly outline: string;
  /** Where its sign and name stand. */
  readonly point: Point;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** The borders of a map; fetched when a map is first looked at. */
export function useShapes(name: MapName | null): UseQueryResult<Shapes> {
  return useQuery({
    queryKey: ['geometry', name],
    enabled: name !== null,
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const response = await fetch(FILES[name!], { signal });
      if (!response.ok) throw new NotReachable();
      const topology = (await response.json()) as Topology<
        Record<string, GeometryCollection<{ id: string; name: string }>>
      >;
      return feature(topology, Object.values(topology.objects)[0]!) as Shapes;
    },
  });
}

/** Draws the counties that the municipalities lie in, as large as there is room for. */
export function drawing(map: MapName, all: Shapes, numbers: readonly string[]): Drawing {
  const counties = new Set(numbers.map(countyOf));
  const features = all.features.filter(({ properties }) => counties.has(countyOf(properties.id)));
  const shown: Shapes = { type: 'FeatureCollection', features };
  const [[west], [east]] = geoPath().bounds(shown);
  const projection = geoTransverseMercator().rotate([-(west + east) / 2, 0]);
  projection.fitExtent(
    [
      [MARGIN, MARGIN],
      [WIDTH - MARGIN, HIGHEST - MARGIN],
    ],
    shown,
  );
  const path = geoPath(projection).digits(1);
  const [[left, top], [right, bottom]] = path.bounds(shown);
  projection.translate([projection.translate()[0] - left + MARGIN, projection.translate()[1] - top + MARGIN]);
  const labels = labelPoints(map);
  return {
    width: Math.ceil(right - left + 2 * MARGIN),
    height: Math.ceil(bottom - top + 2 * MARGIN),
    shapes: features
      .map((one) => ({
        number: one.properties.id,
        name: one.properties.name,
        outline: path(one) ?? '',
        point: pointOf(projection(labels.get(one.properties.id) ?? [0, 0]), labels.has(one.properties.id), path, one),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'nb')),
  };
}

function pointOf(
  label: [number, number] | null,
  known: boolean,
  path: GeoPath,
  shape: Shapes['features'][number],
): Point {
  const [x, y] = known && label ? label : path.centroid(shape);
  return { x: Math.round(x), y: Math.round(y) };
}

/** Points inside the municipalities, by number: `number,name,lon,lat`. */
function labelPoints(map: MapName): Map<string, [number, number]> {
  const rows = (POINTS[map] ?? '').trim().split(/\r?\n/).slice(1);
  return new Map(
    rows.map((row) => {
      const [number = '', , lon, lat] = row.split(',');
      return [number, [Number(lon), Number(lat)]];
    }),
  );
}
