import { Button } from '@digdir/designsystemet-react';
import type { CaseBoardQuery } from '../generated/documents';
import { useLanguage } from '../language/language';
import { useSaidHow } from '../note/they-say';

type Row = NonNullable<CaseBoardQuery['caseBoard']>['rows'][number];

/** Whom to call, what they say, the newest note, and the way to all of it. */
export function BoardRemarks({ row, open }: { row: Row; open: (participationId: string) => void }) {
  const { t, date } = useLanguage();
  const how = useSaidHow();
  const { contact, theySay, note } = row;
  return (
    <div className="cell">
      {contact && (
        <span>
          {contact.name} <span className="subtle">{t.roles[contact.role]}</span>
        </span>
      )}
      {contact?.phone && (
        <a
          href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}
          aria-label={`${t.panel.call(contact.name)}: ${contact.phone}`}
        >
          {contact.phone}
        </a>
      )}
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
        aria-label={t.panel.openFor(row.organisationName)}
        onClick={() => open(row.participationId)}
      >
        {t.panel.open}
      </Button>
    </div>
  );
}
