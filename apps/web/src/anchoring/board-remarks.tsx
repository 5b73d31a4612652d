import { Button } from '@digdir/designsystemet-react';
import { useLanguage } from '../language/language';
import { useSaidHow } from '../note/they-say';
import { Responsible } from './board-cells';
import { nextStep, type Row } from './board-rows';

/** A telephone number that is called with a click. */
export function Telephone({ name, phone }: { name: string; phone: string }) {
  const { t } = useLanguage();
  return (
    <a href={`tel:${phone.replace(/[^+\d]/g, '')}`} aria-label={t.panel.call(name, phone)}>
      {phone}
    </a>
  );
}

/** Who has to act, whom to call, what they say, the newest note, and the way to all of it. */
export function BoardRemarks({ row, open }: { row: Row; open: (participationId: string) => void }) {
  const { t, date } = useLanguage();
  const how = useSaidHow();
  const { contact, theySay, note } = row;
  const another = contact && contact.name !== nextStep(row)?.responsibleName;
  return (
    <div className="cell">
      <Responsible row={row} />
      {another && (
        <span>
          {contact.name} <span className="subtle">{t.roles[contact.role]}</span>
        </span>
      )}
      {contact?.phone && <Telephone name={contact.name} phone={contact.phone} />}
      {theySay && (
        <span>
          <strong>{t.theySay.said(date(theySay.on))}</strong> <span className="subtle">{how(theySay)}</span>
        </span>
      )}
      {note && (
        <span className="board-note">
          {note.text} <span className="subtle">({t.noteVisibilities[note.visibility]})</span>
        </span>
      )}
      {note && note.count > 1 && <span className="subtle">{t.notes.more(note.count - 1)}</span>}
      <Button
        variant="tertiary"
        data-size="sm"
        className="board-open"
        data-along="open"
        aria-label={t.panel.openFor(row.organisationName)}
        onClick={() => open(row.participationId)}
      >
        {t.panel.open}
      </Button>
    </div>
  );
}
