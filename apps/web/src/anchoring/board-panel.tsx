import { Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { offersTo, useMe } from '../identity/me';
import { useLanguage } from '../language/language';
import { Notes } from '../note/notes';
import { Done } from '../page/refusal';
import { ActingAs, type ActsAs } from '../participation/acting';
import { LeaveCase } from '../participation/leave-case';
import { ParticipationStateMark } from '../participation/participation-state';
import { WhyLate } from './board-cells';
import { BoardHistory } from './board-history';
import { Telephone } from './board-remarks';
import type { Row } from './board-rows';
import { standingOf } from './standing';
import { StatusMark } from './step-look';
import { WaysOut } from './ways-out';

/** One municipality beside the board: a dialog, so that Escape closes it and the focus goes back to where it was. */
export function BoardPanel({
  row,
  caseId,
  hostId,
  caseTitle,
  open,
  remind,
  remindable,
  close,
}: {
  row: Row;
  caseId: string;
  hostId: string;
  caseTitle: string;
  /** Whether the case still takes changes. */
  open: boolean;
  /** Opens the preview of a reminder; null for those who may not. */
  remind: (() => void) | null;
  /** Whether there is something to remind of now; the preview says why not. */
  remindable: boolean;
  close: () => void;
}) {
  const { t, date } = useLanguage();
  const me = useMe();
  const offers = offersTo(me);
  const [done, setDone] = useState<string | null>(null);
  const { contact, leaving } = row;
  const acts: ActsAs = offers.decidesFor(row.organisationId)
    ? 'ITSELF'
    : offers.coordinatesFor(hostId)
      ? 'HOST'
      : 'NOBODY';
  const standing = standingOf(row, me.today);
  const writes =
    offers.contributesFor(row.organisationId) ||
    offers.coordinatesFor(hostId) ||
    me.roles.some(({ kind }) => kind === 'SECRETARIAT');
  return (
    <Dialog
      open
      placement="right"
      closedby="any"
      closeButton={t.panel.close}
      onClose={close}
      aria-labelledby="panel-title"
      className="board-panel"
    >
      <div className="stack">
        <div>
          <Heading level={2} data-size="sm" id="panel-title">
            {row.organisationName}
          </Heading>
          <p className="panel-state">
            <ParticipationStateMark state={row.state} /> {standing && <StatusMark status={standing} />}
          </p>
        </div>
        <Done text={done} />
        {leaving && <Paragraph>{t.leaving.leftBy(leaving.decisionReference, date(leaving.decidedOn))}</Paragraph>}
        {contact && (
          <Paragraph>
            {contact.name}, {t.roles[contact.role]}{' '}
            {contact.phone && <Telephone name={contact.name} phone={contact.phone} />}
          </Paragraph>
        )}
        <Paragraph>
          <Link to={`/cases/${caseId}/participations/${row.participationId}`}>{t.panel.whole}</Link>
        </Paragraph>
        {remind && (
          <div className="buttons">
            {!remindable && <span className="subtle">{t.remindNow.noneHere}</span>}
            <Button variant={remindable ? 'secondary' : 'tertiary'} data-size="sm" onClick={remind}>
              {remindable ? t.remindNow.one : t.remindNow.why}
            </Button>
          </div>
        )}
        <WhyLate row={row} today={me.today} />
        <Notes
          about={{ participationId: row.participationId, name: row.organisationName }}
          writes={writes}
          said={setDone}
        />
        <WaysOut participationId={row.participationId} slackDays={row.slackDays} steps={row.steps} />
        {open && !leaving && row.state !== 'DECLINED' && acts !== 'NOBODY' && (
          <ActingAs as={acts} participationId={row.participationId}>
            <LeaveCase
              participationId={row.participationId}
              organisationName={row.organisationName}
              caseTitle={caseTitle}
              done={setDone}
            />
          </ActingAs>
        )}
        <BoardHistory row={row} caseId={caseId} />
      </div>
    </Dialog>
  );
}
