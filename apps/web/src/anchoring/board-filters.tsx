import { Field, Label, Search, Select } from '@digdir/designsystemet-react';
import { useLanguage } from '../language/language';
import { SignOf } from '../page/marks';
import { CHOICES, HOW_FAR, SORTS, TO_DO, type Filter, type Row, type View } from './board-rows';
import type { Part } from './board-table';

/** The counts, each of which is a filter; and part, search and order. */
export function BoardFilters({
  view,
  change,
  counts,
  parts,
}: {
  view: View;
  change: (view: Partial<View>) => void;
  counts: Record<Filter, number>;
  parts: readonly Part[];
}) {
  const { t } = useLanguage();
  return (
    <div className="board-filters no-print">
      <Counts title={t.boardView.howFar} filters={HOW_FAR} chosen={view.filter} counts={counts} change={change} />
      <Counts title={t.boardView.toDo} filters={TO_DO} chosen={view.filter} counts={counts} change={change} />
      <div className="filters">
        <div className="board-search">
          <Search>
            <Search.Input
              aria-label={t.boardView.search}
              placeholder={t.boardView.search}
              value={view.text}
              onChange={(event) => change({ text: event.target.value })}
            />
            <Search.Clear aria-label={t.page.clear} onClick={() => change({ text: '' })} />
          </Search>
        </div>
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
      </div>
    </div>
  );
}

function Counts({
  title,
  filters,
  chosen,
  counts,
  change,
}: {
  title: string;
  filters: readonly Filter[];
  chosen: Filter;
  counts: Record<Filter, number>;
  change: (view: Partial<View>) => void;
}) {
  const { t, number } = useLanguage();
  return (
    <div className="counts" role="group" aria-label={title}>
      <span className="counts-title" aria-hidden="true">
        {title}
      </span>
      <div>
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
    </div>
  );
}

/** Whether rows are modelled: then a note says what the mark means. */
export const hasModelled = (rows: readonly Row[]): boolean =>
  rows.some(({ answerOrigin }) => answerOrigin === 'MODELLED');
