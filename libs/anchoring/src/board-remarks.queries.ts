import { notesSeenSql } from '@samanker/note';

// R28: who reads which note is the rule of the notes; $4 to $6 are who asks.
const SEEN = notesSeenSql(4);
const ABOUT = `join participation p on p.id = n.participation_id join procurement_case c on c.id = p.case_id
    left join organisation o on o.id = n.organisation_id`;

/**
 * What people remember about each municipality of the case $1, and whom to call there. R28: the number is for the
 * municipality itself, the host's coordinator ($7: acts as a coordinator) and the secretariat. Whom to call: somebody with a
 * number before others, then who has to act next, then the contact. `holder` stands before.
 */
export const BOARD_REMARKS = `note as materialized (
    select distinct on (n.participation_id) n.participation_id, json_build_object('text', left(n.text, 200),
      'visibility', n.visibility, 'organisationName', o.name, 'writtenAt', to_char(n.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'count', count(*) over (partition by n.participation_id)) as said
    from note n ${ABOUT}
    where p.case_id = $1 and n.withdrawn_at is null and ${SEEN}
    order by n.participation_id, n.written_at desc, n.id desc
  ), they_say as materialized (
    select distinct on (n.participation_id) n.participation_id, json_build_object('on', n.says_on, 'source', n.source,
      'saidBy', n.said_by, 'heardOn', n.heard_on, 'visibility', n.visibility) as said
    from they_say_date n ${ABOUT}
    where p.case_id = $1 and n.replaced_at is null and n.says_on is not null and ${SEEN}
    order by n.participation_id, n.heard_on desc, n.written_at desc, n.id desc
  ), contact as materialized (
    select distinct on (p.id) p.id as participation_id, json_build_object('name', h.name, 'role', h.kind, 'phone',
      case when $5 or p.organisation_id = $4 or (c.host_organisation_id = $4 and $7::boolean) then h.phone end) as said
    from participation p join procurement_case c on c.id = p.case_id
    join holder h on h.organisation_id = p.organisation_id and h.kind not in ('READER', 'AUDITOR')
    left join (select distinct on (s.participation_id) s.participation_id, s.role
      from participation q join anchoring_step s on s.participation_id = q.id
      where q.case_id = $1 and s.state in ('OPEN', 'SUBMITTED', 'WAITING')
      order by s.participation_id, s.state = 'WAITING', s.position) next on next.participation_id = p.id
    where p.case_id = $1
    order by p.id, h.phone is null, h.kind is distinct from next.role,
      array_position(array['COORDINATOR', 'RECORDER', 'UNIT_LEADER', 'DIRECTOR', 'PROCUREMENT_OFFICER'], h.kind), h.kind
  )`;
