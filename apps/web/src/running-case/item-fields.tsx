import { Button, Select } from '@digdir/designsystemet-react';
import { CpvField } from '../classification/cpv-field';
import { useUnits } from '../classification/units';
import { useLanguage } from '../language/language';
import { SelectField, TextField, type Bound } from '../page/fields';

/** One thing that is bought: its name, its unit and its CPV code. */
export function ItemFields({
  title,
  name,
  unit,
  cpv,
  remove,
}: {
  title: string;
  name: Bound;
  unit: Bound;
  cpv: Bound;
  remove: (() => void) | null;
}) {
  const { t } = useLanguage();
  const units = useUnits();
  return (
    <fieldset className="choice stack-tight">
      <legend>{title}</legend>
      <div className="beside">
        <TextField bound={name} label={t.running.itemName} />
        <SelectField bound={unit} label={t.running.unit}>
          {units.list.map(({ code }) => (
            <Select.Option key={code} value={code}>
              {units.nameOf(code)}
            </Select.Option>
          ))}
        </SelectField>
      </div>
      <CpvField bound={cpv} label={t.running.cpv} />
      {remove && (
        <div className="buttons">
          <Button type="button" variant="tertiary" data-size="sm" onClick={remove}>
            {t.running.removeItem(name.value || title)}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
