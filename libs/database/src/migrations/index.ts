import { Foundation1700000000001 } from './0001-foundation';
import { Organisation1700000000002 } from './0002-organisation';
import { ProcurementCase1700000000003 } from './0003-procurement-case';
import { Anchoring1700000000004 } from './0004-anchoring';
import { ParticipationAndVolume1700000000005 } from './0005-participation-and-volume';
import { MergeProposal1700000000006 } from './0006-merge-proposal';
import { TakenNote1700000000008 } from './0008-taken-note';
import { KeptConditions1700000000009 } from './0009-kept-conditions';
import { DecisionLimits1700000000010 } from './0010-decision-limits';
import { EscalationLevels1700000000011 } from './0011-escalation-levels';
import { LogIn1700000000012 } from './0012-log-in';
import { RolesAndActs1700000000013 } from './0013-roles-and-acts';
import { DecisionLog1700000000014 } from './0014-decision-log';
import { Attachment1700000000015 } from './0015-attachment';
import { Privacy1700000000017 } from './0017-privacy';
import { SweeperColumns1700000000018 } from './0018-sweeper-columns';
import { ConnectLogIn1700000000019 } from './0019-connect-log-in';
import { DecisionsStand1700000000020 } from './0020-decisions-stand';
import { Note1700000000022 } from './0022-note';
import { Delegation1700000000023 } from './0023-delegation';
import { ReminderPolicy1700000000024 } from './0024-reminder-policy';
import { Question1700000000027 } from './0027-question';
import { PeopleStay1700000000028 } from './0028-people-stay';
import { NarrowUpdates1700000000029 } from './0029-narrow-updates';
import { Leaving1700000000030 } from './0030-leaving';
import { OfficialAddressInRegion1700000000034 } from './0034-official-address-in-region';

/** Every migration in order. Imported as classes, so that no builder can lose them. */
export const migrations = [
  Foundation1700000000001,
  Organisation1700000000002,
  ProcurementCase1700000000003,
  Anchoring1700000000004,
  ParticipationAndVolume1700000000005,
  MergeProposal1700000000006,
  TakenNote1700000000008,
  KeptConditions1700000000009,
  DecisionLimits1700000000010,
  EscalationLevels1700000000011,
  LogIn1700000000012,
  RolesAndActs1700000000013,
  DecisionLog1700000000014,
  Attachment1700000000015,
  Privacy1700000000017,
  SweeperColumns1700000000018,
  ConnectLogIn1700000000019,
  DecisionsStand1700000000020,
  Note1700000000022,
  Delegation1700000000023,
  ReminderPolicy1700000000024,
  Question1700000000027,
  PeopleStay1700000000028,
  NarrowUpdates1700000000029,
  Leaving1700000000030,
  OfficialAddressInRegion1700000000034,
];
