import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../language/language';
import { SignShape, type Sign } from '../page/marks';
import { Waiting } from '../page/waiting';
import { drawing, useShapes, type Drawing, type Shape } from './geometry';
import { goesTo } from './map-keys';
import { labelPlaces } from './map-labels';
import { Look, Patterns, type LookName } from './map-look';
import { whichMap } from './which-map';
import './municipality-map.css';

/** One kind of municipality: its look on the map, and its word in the legend. */
export interface MapKind {
  readonly key: string;
  readonly name: string;
  readonly look: LookName;
  readonly sign?: Sign;
}

/** One municipality on the map. */
export interface MapPlace {
  readonly number: string | null;
  readonly name: string;
  readonly kind: string;
  /** Where its shape leads to. */
  readonly to: string;
  /** Everything that the map shows about it, in words. */
  readonly says: string;
  /** A figure that stands under its name. */
  readonly figure?: string;
  /** What is shown beside the map while the municipality is looked at. */
  readonly facts: ReactNode;
}

/**
 * Municipalities by what holds for each: by colour, pattern, sign and word. The arrow keys go from one to the next that
 * lies there; the lists of the legend lead to the same places.
 */
export function MunicipalityMap({
  title,
  kinds,
  places,
  absent,
}: {
  title: string;
  kinds: readonly MapKind[];
  places: readonly MapPlace[];
  /** The kind of those that are on the map and not among the places. */
  absent: MapKind;
}) {
  const { t } = useLanguage();
  const numbers = useMemo(() => places.flatMap(({ number }) => number ?? []), [places]);
  const map = whichMap(numbers);
  const shapes = useShapes(map);
  const drawn = useMemo(
    () => (map && shapes.data ? drawing(map, shapes.data, numbers) : null),
    [map, shapes.data, numbers],
  );
  if (!map) return <Paragraph>{t.map.noMap}</Paragraph>;
  return (
    <Waiting on={shapes}>
      {() => drawn && <Drawn title={title} drawn={drawn} kinds={kinds} places={places} absent={absent} />}
    </Waiting>
  );
}

function Drawn({
  title,
  drawn,
  kinds,
  places,
  absent,
}: {
  title: string;
  drawn: Drawing;
  kinds: readonly MapKind[];
  places: readonly MapPlace[];
  absent: MapKind;
}) {
  const { t } = useLanguage();
  const [looked, setLooked] = useState<string | null>(null);
  const placeOf = useMemo(() => new Map(places.map((place) => [place.number, place])), [places]);
  const missing = drawn.shapes.filter(({ number }) => !placeOf.has(number));
  const offMap = places.filter(({ number }) => !drawn.shapes.some((shape) => shape.number === number));
  const place = looked === null ? undefined : placeOf.get(looked);
  const looks = new Map([...kinds, absent].map((kind) => [kind.key, kind]));
  return (
    <div className="map">
      <div className="map-picture">
        <Picture
          title={title}
          drawn={drawn}
          placeOf={placeOf}
          looks={looks}
          absent={absent}
          looked={looked}
          look={setLooked}
        />
        <p className="map-source">
          {t.map.source}{' '}
          <a href="https://creativecommons.org/licenses/by/4.0/deed.no" rel="noreferrer">
            CC BY 4.0
          </a>
        </p>
      </div>
      <div className="map-beside">
        <div className="map-facts">
          {place ? (
            <>
              <Heading level={3} data-size="2xs">
                {place.name}
              </Heading>
              {place.facts}
            </>
          ) : (
            <Paragraph className="subtle">{t.map.help}</Paragraph>
          )}
        </div>
        <ul className="plain map-legend" aria-label={t.map.legend}>
          {kinds.map((kind) => {
            const those = places.filter((one) => one.kind === kind.key);
            return (
              <LegendRow key={kind.key} kind={kind} count={those.length}>
                {those.map((one, at) => (
                  <span key={one.to}>
                    {at > 0 && ', '}
                    <Link to={one.to}>{one.name}</Link>
                  </span>
                ))}
              </LegendRow>
            );
          })}
          {missing.length > 0 && (
            <LegendRow kind={absent} count={missing.length}>
              {missing.map(({ name }) => name).join(', ')}
            </LegendRow>
          )}
        </ul>
        {offMap.length > 0 && (
          <Paragraph data-size="sm">{t.map.offMap(offMap.map(({ name }) => name).join(', '))}</Paragraph>
        )}
      </div>
    </div>
  );
}

function LegendRow({ kind, count, children }: { kind: MapKind; count: number; children: ReactNode }) {
  const { number } = useLanguage();
  return (
    <li>
      <p className="map-kind">
        <Look look={kind.look} sign={kind.sign} />
        <span>
          {kind.name} <strong>{number(count)}</strong>
        </span>
      </p>
      {count > 0 && <p className="map-names">{children}</p>}
    </li>
  );
}

function Picture({
  title,
  drawn,
  placeOf,
  looks,
  absent,
  looked,
  look,
}: {
  title: string;
  drawn: Drawing;
  placeOf: ReadonlyMap<string | null, MapPlace>;
  looks: ReadonlyMap<string, MapKind>;
  absent: MapKind;
  looked: string | null;
  look: (number: string | null) => void;
}) {
  const { t } = useLanguage();
  const id = useId();
  const picture = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState(0);
  const points = useMemo(() => drawn.shapes.map(({ point }) => point), [drawn]);
  const signed = [...looks.values()].some(({ sign }) => sign);
  const figures = [...placeOf.values()].some(({ figure }) => figure);
  const labels = useMemo(
    () => labelPlaces(drawn.shapes, { lines: figures ? 2 : 1, signed, width: drawn.width }),
    [drawn, figures, signed],
  );
  const go = (event: KeyboardEvent): void => {
    const next = goesTo(event.key, points, at);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    picture.current?.querySelector<SVGElement>(`[data-place="${next}"]`)?.focus();
  };
  const kindOf = (number: string): MapKind => looks.get(placeOf.get(number)?.kind ?? '') ?? absent;
  const ring = drawn.shapes.find(({ number }) => number === looked);
  const told = (shape: Shape, index: number) => ({
    tabIndex: index === at ? 0 : -1,
    'data-place': index,
    className: 'map-place',
    'aria-label': placeOf.get(shape.number)?.says ?? `${shape.name}: ${absent.name}`,
    onFocus: () => {
      setAt(index);
      look(shape.number);
    },
    onMouseEnter: () => look(shape.number),
  });
  return (
    <svg
      ref={picture}
      className="map-svg"
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      role="group"
      aria-label={`${title}. ${t.map.keys}`}
      onKeyDown={go}
    >
      <Patterns id={id} />
      {drawn.shapes.map((shape, index) => {
        const place = placeOf.get(shape.number);
        const { look: looks } = kindOf(shape.number);
        const area = (
          <>
            <path className={`map-area map-${looks}`} d={shape.outline} />
            <path className="map-pattern" d={shape.outline} fill={`url(#${id}${looks})`} />
          </>
        );
        return place ? (
          <Link key={shape.number} to={place.to} {...told(shape, index)}>
            {area}
          </Link>
        ) : (
          <g key={shape.number} role="img" {...told(shape, index)}>
            {area}
          </g>
        );
      })}
      {ring && <path className="map-ring" d={ring.outline} />}
      <g className="map-labels" aria-hidden="true">
        {drawn.shapes.map(({ number, name, point }, at) => {
          const { sign } = kindOf(number);
          const figure = placeOf.get(number)?.figure;
          const { x, y, anchor } = labels[at]!;
          return (
            <g key={number} transform={`translate(${point.x} ${point.y})`}>
              {sign && (
                <g className="map-sign">
                  <SignShape sign={sign} size={18} x={-9} y={-15} />
                </g>
              )}
              <text className="map-name" x={x} y={y} textAnchor={anchor}>
                {name}
              </text>
              {figure && (
                <text className="map-figure" x={x} y={y + 13} textAnchor={anchor}>
                  {figure}
                </text>
              )}
            </g>
          );
        })}
      </g>
    </svg>
  );
}
