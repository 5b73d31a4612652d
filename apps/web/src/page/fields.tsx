import { Field, Label, Radio, Select, Textfield, ValidationMessage } from '@digdir/designsystemet-react';
import { useId, useState, type ReactNode } from 'react';
import { readAmount, readDecimal } from '../clock/decimal';
import { readDate } from '../clock/read-date';
import { useLanguage } from '../language/language';
import type { Refused } from '../request/use-verb';
import { useKept } from './kept';
import { faultAt } from './refusal';
import { reveal } from './reveal';

/** The texts of a form while a person writes. */
export interface Form<Values extends Record<string, string>> {
  readonly values: Values;
  readonly set: (name: keyof Values & string, value: string) => void;
  readonly fill: (values: Partial<Values>) => void;
  readonly field: (name: keyof Values & string) => Bound;
  /** Faults that the page itself sees: a text that is no date. False when there is one. */
  readonly sound: (faults: Partial<Record<keyof Values & string, string | undefined>>) => boolean;
}

/** One field of a form. */
export interface Bound {
  readonly name: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly error: string | undefined;
}

/**
 * Keeps the texts of a form; `within` is where the API's input has them: `fields.` for a need. With a name they outlive the
 * page.
 */
export function useFields<Values extends Record<string, string>>(
  initial: Values,
  refused: Refused | null = null,
  within = '',
  keptAs: string | null = null,
): Form<Values> {
  const [values, setValues] = useKept(keptAs, initial);
  const [faults, setFaults] = useState<Partial<Record<string, string | undefined>>>({});
  const set = (name: keyof Values & string, value: string): void => {
    setValues((before) => ({ ...before, [name]: value }));
    setFaults((before) => (before[name] ? { ...before, [name]: undefined } : before));
  };
  return {
    values,
    set,
    fill: (more) => setValues((before) => ({ ...before, ...more })),
    field: (name) => ({
      name,
      value: values[name] ?? '',
      onText: (text) => set(name, text),
      error: faults[name] ?? faultAt(refused, `${within}${name}`),
    }),
    sound: (found) => {
      setFaults(found);
      const first = Object.keys(found).find((name) => found[name]);
      // The field is marked first, then it gets the focus.
      if (first) focusField(first);
      return !first;
    },
  };
}

/** Puts the focus on a field of the form that is being sent, and opens what it is folded into. */
function focusField(name: string): void {
  const form = document.activeElement?.closest('form') ?? document;
  setTimeout(() => reveal(form.querySelector<HTMLElement>(`[name="${name}"], [data-field="${name}"] input`)));
}

interface FieldTexts {
  readonly bound: Bound;
  readonly label: string;
  readonly description?: ReactNode;
  readonly optional?: boolean;
  readonly className?: string;
}

/** The label, and that a field may be left empty. */
function useLabel(label: string, optional: boolean | undefined): ReactNode {
  const { t } = useLanguage();
  return optional ? (
    <>
      {label} <span className="optional">{t.page.optional}</span>
    </>
  ) : (
    label
  );
}

/** A line of text. */
export function TextField({
  bound,
  label,
  description,
  optional,
  className,
  suffix,
  inputMode,
}: FieldTexts & { suffix?: string; inputMode?: 'decimal' | 'numeric' | 'url' }) {
  return (
    <Textfield
      className={className}
      label={useLabel(label, optional)}
      description={description}
      name={bound.name}
      value={bound.value}
      onChange={(event) => bound.onText(event.target.value)}
      error={bound.error}
      suffix={suffix}
      inputMode={inputMode}
      autoComplete="off"
      aria-required={!optional}
    />
  );
}

/** Several lines of text. */
export function LongField({ bound, label, description, optional, rows = 3 }: FieldTexts & { rows?: number }) {
  return (
    <Textfield
      multiline
      rows={rows}
      label={useLabel(label, optional)}
      description={description}
      name={bound.name}
      value={bound.value}
      onChange={(event) => bound.onText(event.target.value)}
      error={bound.error}
      aria-required={!optional}
    />
  );
}

/** A date, written as `22.11.2016`; put into that form when the field is left. */
export function DateField({ bound, description, ...rest }: FieldTexts) {
  const { t, date } = useLanguage();
  const tidy = (): void => {
    const read = readDate(bound.value);
    if (read) bound.onText(date(read));
  };
  return (
    <div className="date-field" onBlur={tidy}>
      <TextField bound={bound} description={description ?? t.page.dateForm} inputMode="numeric" {...rest} />
    </div>
  );
}

/** A choice among few, from a list. */
export function SelectField({ bound, label, description, optional, children }: FieldTexts & { children: ReactNode }) {
  return (
    <Field>
      <Label>{useLabel(label, optional)}</Label>
      {description && <Field.Description>{description}</Field.Description>}
      <Select
        name={bound.name}
        value={bound.value}
        onChange={(event) => bound.onText(event.target.value)}
        aria-invalid={bound.error ? true : undefined}
      >
        {children}
      </Select>
      {bound.error && <ValidationMessage>{bound.error}</ValidationMessage>}
    </Field>
  );
}

/** A choice among few, all seen at once. */
export function RadioField({
  bound,
  legend,
  description,
  options,
  inline = false,
}: {
  bound: Bound;
  legend: ReactNode;
  description?: ReactNode;
  inline?: boolean;
  options: readonly { value: string; label: string; description?: string }[];
}) {
  const id = useId();
  return (
    <fieldset className="choice" data-field={bound.name} aria-describedby={bound.error ? `${id}-error` : undefined}>
      <legend>{legend}</legend>
      {description && <p className="subtle">{description}</p>}
      <div className={inline ? 'choice-inline' : 'choice-list'}>
        {options.map((option) => (
          <Radio
            key={option.value}
            name={`${id}-${bound.name}`}
            value={option.value}
            label={option.label}
            description={option.description}
            checked={bound.value === option.value}
            onChange={() => bound.onText(option.value)}
            aria-invalid={bound.error ? true : undefined}
          />
        ))}
      </div>
      {bound.error && <ValidationMessage id={`${id}-error`}>{bound.error}</ValidationMessage>}
    </fieldset>
  );
}

/** Reads texts as the API wants them; an unreadable one is a fault of its field. */
export function useReading() {
  const { t, language } = useLanguage();
  return {
    /** A date, or the fault. Empty is `null`. */
    dateFault: (text: string, required: boolean): string | undefined =>
      !text.trim() ? (required ? t.page.required : undefined) : readDate(text) ? undefined : t.page.notADate,
    decimalFault: (text: string, required: boolean): string | undefined =>
      !text.trim()
        ? required
          ? t.page.required
          : undefined
        : readDecimal(text, language) === null
          ? t.page.notANumber
          : undefined,
    /** An amount that may be left out. */
    amountFault: (text: string): string | undefined =>
      text.trim() && readAmount(text) === null ? t.page.notANumber : undefined,
    textFault: (text: string): string | undefined => (text.trim() ? undefined : t.page.required),
    /** Whole numbers, for years and months. */
    wholeFault: (text: string, required: boolean): string | undefined =>
      !text.trim()
        ? required
          ? t.page.required
          : undefined
        : /^\d{1,6}$/.test(text.trim())
          ? undefined
          : t.page.notAWholeNumber,
  };
}

/** Empty texts are nothing to the API. */
export const textOrNull = (text: string): string | null => text.trim() || null;
export const dateOrNull = (text: string): string | null => readDate(text);
export const moneyOrNull = (text: string): { amount: string; vat: 'EXCLUDED' } | null => {
  const amount = readAmount(text);
  return amount === null ? null : { amount, vat: 'EXCLUDED' };
};
export const wholeOrNull = (text: string): number | null => (text.trim() ? Number(text.trim()) : null);
