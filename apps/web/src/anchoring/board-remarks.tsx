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

/** Who has to act, whom to call, what they say, the newest note. Each line is short; the panel has all of it. */
export function BoardRemarks({ row }: { row: Row }) {
  const { t, date } = useLanguage();
  const how = useSaidHow();
  const { contact, theySay, note } = row;
  const another = contact && contact.name !== nextStep(row)?.responsibleName;
  return (
    <div className="cell">
      <Responsible row={row} />
      {(another || contact?.phone) && (
        <span className="board-contact">
          {another && (
            <span className="board-line" data-shortened>
              {contact.name} <span className="subtle">{t.roles[contact.role]}</span>
            </span>
          )}
          {contact?.phone && <Telephone name={contact.name} phone={contact.phone} />}
        </span>
      )}
      {theySay && (
        <span className="board-line" data-shortened>
          <strong>{t.theySay.said(date(theySay.on))}</strong> <span className="subtle">{how(theySay)}</span>
        </span>
      )}
      {note && (
        <span className="board-line" data-shortened>
          {note.text} <span className="subtle">({t.noteVisibilities[note.visibility]})</span>
          {note.count > 1 && <span className="subtle"> {t.notes.more(note.count - 1)}</span>}
        </span>
      )}
    </div>
  );
}
