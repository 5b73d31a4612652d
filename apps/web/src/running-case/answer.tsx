import { Field, Label, Select } from '@digdir/designsystemet-react';
import { useLanguage } from '../language/language';

/** A question about the sheet with its answers: the likely ones first, then all the others. */
export function Answer({
  label,
  value,
  onChoose,
  first,
  rest = [],
}: {
  label: string;
  value: string;
  onChoose: (value: string) => void;
  first: readonly (readonly [string, string])[];
  rest?: readonly (readonly [string, string])[];
}) {
  const { t } = useLanguage();
  const offered = new Set(first.map(([code]) => code));
  return (
    <Field>
      <Label>{label}</Label>
      <Select value={value} onChange={(event) => onChoose(event.target.value)}>
        <Select.Option value="" disabled>
          {t.running.choose}
        </Select.Option>
        {[...first, ...rest.filter(([code]) => !offered.has(code))].map(([code, name]) => (
          <Select.Option key={code} value={code}>
            {name}
          </Select.Option>
        ))}
      </Select>
    </Field>
  );
}
