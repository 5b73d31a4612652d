import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import {
  AddNoteDocument,
  ChangeNoteDocument,
  NotesDocument,
  WithdrawNoteDocument,
  type NotesQuery,
} from '../generated/documents';
import { useLanguage } from '../language/language';
import { Fold } from '../page/fold';
import { Refusal } from '../page/refusal';
import { Waiting } from '../page/waiting';
import { useAsk } from '../request/use-ask';
import { useVerb } from '../request/use-verb';
import { NoteForm } from './note-form';
import { TheySay } from './they-say';
import './note.css';

type Note = NotesQuery['notes'][number];

interface About {
  readonly participationId: string;
  /** The name of the municipality. */
  readonly name: string;
}

/** What they say, and what is to be remembered: read, written and taken away in one place. */
export function Notes({ about, writes, said }: { about: About; writes: boolean; said: (text: string) => void }) {
  const { t } = useLanguage();
  const answer = useAsk(NotesDocument, { participationId: about.participationId });
  return (
    <Waiting on={answer}>
      {({ notes, theySayDates }) => (
        <>
          <section className="section" aria-label={t.theySay.title}>
            <Heading level={3} data-size="xs">
              {t.theySay.title}
            </Heading>
            <TheySay about={about} dates={theySayDates} writes={writes} said={said} />
          </section>
          <section className="section" aria-label={t.notes.title}>
            <Heading level={3} data-size="xs">
              {t.notes.title}
            </Heading>
            {notes.length === 0 && <Paragraph className="subtle">{t.notes.none}</Paragraph>}
            {notes.length > 0 && (
              <ul className="plain stack-tight">
                {notes.map((note) => (
                  <OneNote key={note.id} note={note} about={about} said={said} />
                ))}
              </ul>
            )}
            {writes && <NewNote about={about} said={said} />}
          </section>
        </>
      )}
    </Waiting>
  );
}

function NewNote({ about, said }: { about: About; said: (text: string) => void }) {
  const { t } = useLanguage();
  const verb = useVerb(AddNoteDocument);
  const save = async (note: { text: string; visibility: Note['visibility'] }): Promise<boolean> => {
    const done = await verb.carryOut({ participationId: about.participationId, ...note });
    if (done) said(t.notes.saved);
    return done !== null;
  };
  return (
    <Fold offPaper title={t.notes.add}>
      <NoteForm about={about.name} verb={verb} save={save} />
    </Fold>
  );
}

/** One note, with who wrote it and who reads it. */
function OneNote({ note, about, said }: { note: Note; about: About; said: (text: string) => void }) {
  const { t, instant } = useLanguage();
  const [changing, setChanging] = useState(false);
  const change = useVerb(ChangeNoteDocument);
  const withdraw = useVerb(WithdrawNoteDocument);
  const save = async (wanted: { text: string; visibility: Note['visibility'] }): Promise<boolean> => {
    const done = await change.carryOut({ noteId: note.id, version: note.version, ...wanted });
    if (!done) return false;
    setChanging(false);
    said(t.notes.saved);
    return true;
  };
  const takeAway = async (): Promise<void> => {
    if (await withdraw.carryOut({ noteId: note.id })) said(t.notes.withdrawn);
  };
  if (changing)
    return (
      <li className="note">
        <NoteForm before={note} about={about.name} verb={change} save={save} leave={() => setChanging(false)} />
      </li>
    );
  return (
    <li className="note">
      <p className="text">{note.text}</p>
      <p className="subtle note-who">
        {[note.writtenByName, note.organisationName ?? t.notes.secretariat, instant(note.writtenAt)]
          .filter(Boolean)
          .join(', ')}
        {note.changedAt && ` (${t.notes.changed(instant(note.changedAt))})`} · {t.noteVisibilities[note.visibility]}
      </p>
      <Refusal verb={withdraw} />
      {note.mayChange && (
        <div className="buttons">
          <Button variant="tertiary" data-size="sm" onClick={() => setChanging(true)}>
            {t.notes.change}
          </Button>
          <Button variant="tertiary" data-size="sm" loading={withdraw.busy} onClick={() => void takeAway()}>
            {t.notes.withdraw}
          </Button>
        </div>
      )}
    </li>
  );
}
