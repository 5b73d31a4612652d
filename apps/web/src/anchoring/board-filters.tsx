import { Field, Label, Search, Select } from '@digdir/designsystemet-react';
import { useLanguage } from '../language/language';
import { SignOf } from '../page/marks';
import { Panel } from '../page/panel';
import { CHOICES, HOW_FAR, SORTS, TO_DO, type Filter, type Row, type View } from './board-rows';
import type { Part } from './board-table';

interface Counted {
  readonly view: View;
  readonly change: (view: Partial<View>) => void;
  readonly counts: Record<Filter, number>;
}

/** The counts in one line, each of which is a filter: those that hold somebody, and the chosen one. */
export function BoardCounts(counted: Counted) {
  const { t } = useLanguage();
  const { view, counts } = counted;
  const held = (filters: readonly Filter[]): Filter[] =>
    filters.filter((filter) => filter === 'ALL' || counts[filter] > 0 || view.filter === filter);
  return (
    <div className="board-counts no-print">
      <Counts title={t.boardView.howFar} filters={held(HOW_FAR)} {...counted} />
      <Counts title={t.boardView.toDo} filters={held(TO_DO)} {...counted} />
    </div>
  );
}

/** The search; and behind a button the order, the choice per part, and the counts that hold nobody now. */
export function BoardFilters({ parts, ...counted }: Counted & { readonly parts: readonly Part[] }) {
  const { t } = useLanguage();
  const { view, change, counts } = counted;
  const empty = [...HOW_FAR, ...TO_DO].filter(
    (filter) => filter !== 'ALL' && counts[filter] === 0 && view.filter !== filter,
  );
  return (
    <div className="board-filters no-print">
      <div className="board-search">
        <Search data-size="sm">
          <Search.Input
            aria-label={t.boardView.search}
            placeholder={t.boardView.search}
            value={view.text}
            onChange={(event) => change({ text: event.target.value })}
          />
          <Search.Clear aria-label={t.page.clear} onClick={() => change({ text: '' })} />
        </Search>
      </div>
      <Panel button={t.boardView.more}>
        <Field>
          <Label>{t.boardView.sort}</Label>
          <Select value={view.sort} onChange={(event) => change({ sort: event.target.value as View['sort'] })}>
            {SORTS.map((sort) => (
              <Select.Option key={sort} value={sort}>
                {t.boardSorts[sort]}
              </Select.Option>
            ))}
          </Select>
        </Field>
        {parts.length > 0 && (
          <Field>
            <Label>{t.boardView.choice}</Label>
            <Select value={view.choice} onChange={(event) => change({ choice: event.target.value })}>
              <Select.Option value="">{t.page.all}</Select.Option>
              {parts.map(({ id, number, title }) => (
                <Select.Optgroup key={id} label={`${t.board.partNumber(number)}: ${title}`}>
                  {CHOICES.map((choice) => (
                    <Select.Option key={choice} value={`${number}:${choice}`}>
                      {`${t.board.partNumber(number)}: ${choice === 'NONE' ? t.page.notChosen : t.choices[choice]}`}
                    </Select.Option>
                  ))}
                </Select.Optgroup>
              ))}
            </Select>
          </Field>
        )}
        {empty.length > 0 && <Counts title={t.boardView.nobody} shown filters={empty} {...counted} />}
      </Panel>
    </div>
  );
}

function Counts({
  title,
  shown = false,
  filters,
  view: { filter: chosen },
  change,
  counts,
}: Counted & { readonly title: string; readonly shown?: boolean; readonly filters: readonly Filter[] }) {
  const { t, number } = useLanguage();
  if (filters.length === 0) return null;
  return (
    <div className="counts" role="group" aria-label={title}>
      {shown && (
        <span className="counts-title" aria-hidden="true">
          {title}
        </span>
      )}
      {filters.map((filter) => (
        <button
          key={filter}
          type="button"
          className="count"
          data-none={counts[filter] === 0 || undefined}
          aria-pressed={chosen === filter}
          onClick={() => change({ filter: chosen === filter ? 'ALL' : filter })}
        >
          <span className="count-number">
            {number(counts[filter])}
            {chosen === filter && <SignOf sign="done" />}
          </span>{' '}
          <span>{t.boardFilters[filter]}</span>
        </button>
      ))}
    </div>
  );
}

/** Whether rows are modelled: then a note says what the mark means. */
export const hasModelled = (rows: readonly Row[]): boolean =>
  rows.some(({ answerOrigin }) => answerOrigin === 'MODELLED');
