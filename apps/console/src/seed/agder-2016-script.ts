import { addWorkingDays, type LocalDate } from '@samanker/clock';
import type { Act, Deed, ScriptTerms } from './act';
import { agder, HOST, type RegionSeed } from './agder';
import { agder2016Over80, type SeedOrganisation } from './agder-organisations';
import { courseOf } from './agder-2016-course';
import { needText } from './agder-2016-needs';
import { PLAN } from './agder-2016-plan';
import { modelledAlarms, modelledCells, PARTS, TERM } from './modelled-volumes';
import { drawsOf } from './seed-id';

export const CASE_TITLE = 'Kommunalt responssenter og felles anskaffelse trygghets- og varslingsteknologi';
export const DECISION_DEADLINE: LocalDate = '2016-12-20';
/** When the first need is registered; domain time starts here. */
export const BEGINS = '2016-01-04T08:00';
/** The moment at which the seeded demo stands: a Wednesday with the case under way. */
export const DEMO_STANDS_AT = '2016-11-16T10:00';
/** When the participants are frozen. */
export const ENDS = '2016-12-22T12:00';

const INVITED_ON: LocalDate = '2016-03-01';
const FIRST_NEED: LocalDate = '2016-01-04';

/**
 * The case of 2016 from the registered needs to the frozen participants, as data: who does what, when. What is known is in
 * it (title, host, thirty invited, two parts, 21 firm and 9 with an option in December 2016); all else is modelled.
 */
export function agder2016Script(seed: RegionSeed = agder()): Act[] {
  const municipalities = seed.organisations.filter(({ number }) => number in PLAN);
  const over80 = agder2016Over80();
  const acts = [
    ...needs(municipalities, over80),
    act('2016-02-10T10:00', 'REGION:REGIONAL_GROUP:1', { verb: 'acceptMergeProposal', terms: terms() }),
    act('2016-02-11T14:00', 'REGION:REGIONAL_GROUP:2', { verb: 'acceptMergeProposal', terms: null }),
    act(`${INVITED_ON}T09:00`, `${HOST}:COORDINATOR`, {
      verb: 'inviteMunicipalities',
      municipalities: municipalities.map(({ number }) => number),
    }),
    ...municipalities.flatMap((municipality) => courseActs(seed, municipality, over80.get(municipality.number)!)),
    ...conversations(),
    act('2016-11-17T09:30', `${HOST}:COORDINATOR`, { verb: 'acceptEscalation', municipality: '1037' }),
    act('2016-12-20T15:00', `${HOST}:COORDINATOR`, { verb: 'freezeMergedDemandReport' }),
    act('2016-12-21T10:00', `${HOST}:COORDINATOR`, { verb: 'proposeParticipants' }),
    act('2016-12-22T11:00', `${HOST}:PROCUREMENT_OFFICER`, { verb: 'confirmParticipants' }),
  ];
  // The sort is stable: deeds of the same minute stay in the order in which they were written.
  return acts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** What the coordinator hears on the telephone and writes down, and who stands in for whom; no person is named. */
function conversations(): Act[] {
  const host = `${HOST}:COORDINATOR`;
  return [
    act('2016-11-14T08:45', `${HOST}:CHIEF_EXECUTIVE`, {
      verb: 'delegateRole',
      municipality: HOST,
      role: 'CHIEF_EXECUTIVE',
      to: 'DIRECTOR',
      fromOn: '2016-11-21',
      toOn: '2016-12-02',
    }),
    act('2016-11-14T10:20', host, {
      verb: 'saveTheySayDate',
      municipality: '0935',
      on: '2016-12-14',
      source: 'PHONE',
      saidBy: 'COORDINATOR',
    }),
    act('2016-11-14T10:25', host, {
      verb: 'addNote',
      municipality: '0935',
      text: 'Budsjettet behandles i samme møte. De ber om ett svar om driftskostnadene først.',
      visibility: 'CASE',
    }),
    act('2016-11-15T09:10', host, {
      verb: 'saveTheySayDate',
      municipality: '1032',
      on: '2016-12-15',
      source: 'EMAIL',
      saidBy: 'CHIEF_EXECUTIVE',
    }),
    act('2016-11-15T13:40', host, {
      verb: 'addNote',
      municipality: '1046',
      text: 'Vurderer opsjon i stedet for fast deltakelse. Ring igjen etter formannskapet.',
      visibility: 'OWN',
    }),
    act('2016-11-16T09:05', host, {
      verb: 'addNote',
      municipality: '1037',
      text: 'Saken var oppe i kommunestyret. Protokollen er ikke klar, sier politisk sekretariat.',
      visibility: 'CASE',
    }),
  ];
}

function act(at: string, as: string, deed: Deed): Act {
  return { at, as, deed };
}

/** Thirty needs in January, one from each: alarms in the municipality's own words and written language. */
function needs(municipalities: readonly SeedOrganisation[], over80: ReadonlyMap<string, number>): Act[] {
  return municipalities.map((municipality, index) => {
    const day = addWorkingDays(FIRST_NEED, Math.floor((index * 19) / municipalities.length));
    return act(`${day}T${String(9 + (index % 6)).padStart(2, '0')}:15`, `${municipality.number}:CONTRIBUTOR`, {
      verb: 'registerNeed',
      municipality: municipality.number,
      ...needText(municipality.language, index),
      quantity: String(modelledAlarms(over80.get(municipality.number)!).expected),
      wantedFrom: `${TERM.firstYear}-01-01`,
      wantedTo: `${TERM.firstYear + TERM.years - 1}-12-31`,
    });
  });
}

function terms(): ScriptTerms {
  return {
    title: CASE_TITLE,
    description:
      'Felles anskaffelse av digitale trygghetsalarmer og varslingsteknologi, og et kommunalt responssenter som svarer hele døgnet. ' +
      'Hver kommune velger selv om den vil bruke responssenteret. Volumene er modellert ut fra innbyggere over 80 år.',
    host: HOST,
    decisionDeadline: DECISION_DEADLINE,
    ...TERM,
    parts: PARTS,
  };
}

/** The course of one municipality with what surrounds it: volumes, choice, local gain, power of attorney. */
function courseActs(seed: RegionSeed, municipality: SeedOrganisation, over80: number): Act[] {
  const { number, id } = municipality;
  const plan = PLAN[number]!;
  const draw = drawsOf(`course ${number}`);
  const closed = seed.closedWeeks.filter((one) => one.organisationId === id);
  const course = courseOf({
    municipality,
    route: seed.routeTemplates.find((one) => one.organisationId === id)!,
    bodies: seed.bodies.filter((one) => one.organisationId === id),
    closed,
    plan,
    invitedOn: INVITED_ON,
    draw,
  });
  const day = (from: LocalDate, days: number): LocalDate => addWorkingDays(from, days, { ranges: closed });
  const own = (on: LocalDate, time: string, role: string, deed: Deed): Act =>
    act(`${on}T${time}`, `${number}:${role}`, deed);
  const decides = seed.routeTemplates.find((one) => one.organisationId === id)!.steps.at(-1)!;
  const volumesOn = day('2016-04-11', Math.floor(draw() * 45));
  const signedOn = day(course.recordedOn, 2 + Math.floor(draw() * 5));
  const nn = municipality.language === 'NN';
  const localLeader = nn ? 'Einingsleiar for heimetenesta' : 'Enhetsleder for hjemmetjenesten';

  const acts = [
    ...course.acts,
    own(volumesOn, '12:20', 'CONTRIBUTOR', {
      verb: 'declareVolumes',
      municipality: number,
      cells: modelledCells(over80, plan.centre !== 'OUT'),
    }),
    own(course.recordedOn, '21:10', 'COORDINATOR', {
      verb: 'chooseParts',
      municipality: number,
      technology: plan.technology,
      centre: plan.centre,
      localLeader,
    }),
    own(day(course.recordedOn, 1), '12:40', 'UNIT_LEADER', { verb: 'confirmLocalGain', municipality: number }),
  ];
  if (plan.oddity === 'CANNOT_MAKE_IT') {
    // It wanted to take part firmly; when the council had returned the case, it asked for an option instead (R7b).
    acts.push(
      own('2016-10-20', '12:10', 'COORDINATOR', {
        verb: 'chooseParts',
        municipality: number,
        technology: 'FIRM',
        centre: 'FIRM',
        localLeader,
      }),
    );
    acts.push(
      own('2016-11-29', '12:10', 'COORDINATOR', {
        verb: 'chooseParts',
        municipality: number,
        technology: 'OPTION',
        centre: 'OPTION',
        localLeader,
      }),
    );
  } else {
    acts.push(
      own(signedOn, '14:30', 'CHIEF_EXECUTIVE', {
        verb: 'recordPowerOfAttorney',
        municipality: number,
        signatory: 'Rådmannen',
        authority: `Vedtak i ${decides.title.toLowerCase()} ${course.decidedOn.split('-').toReversed().join('.')}`,
        signedOn,
        archiveReference: `2016/${1000 + Math.floor(draw() * 4000)}`,
      }),
    );
  }
  if (plan.oddity === 'APPROVED_WITH_CONDITIONS') {
    acts.push(
      act(`${day(course.recordedOn, 9)}T10:30`, `${HOST}:COORDINATOR`, {
        verb: 'settleCondition',
        municipality: number,
      }),
    );
  }
  return acts.filter(({ at }) => at < '2016-12-20T14:00');
}
