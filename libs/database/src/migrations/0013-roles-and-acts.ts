import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenant } from './tenancy';

/** No organisation acted for, where a key needs a value. */
const NONE = '00000000-0000-0000-0000-000000000000';

/** Roles with a beginning and an end, who keeps a person's data, acts on behalf marked for ever (R29), keys per organisation. */
export class RolesAndActs1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The owner sees the rows of every region only while row-level security is not forced upon it.
      alter table role no force row level security;
      alter table participation no force row level security;
      alter table procurement_case no force row level security;
      alter table power_of_attorney no force row level security;
      alter table volume_declaration no force row level security;
      alter table decision no force row level security;
      alter table anchoring_step no force row level security;

      -- A role that has ended stays to be seen; the same role can be granted anew. Inactive without an end: a deputy who
      -- is named and not called upon (R12).
      alter table role add granted_at timestamptz not null default samanker_now(), add ended_at timestamptz,
        drop constraint role_region_id_person_id_organisation_id_kind_key;
      update role set active = false, ended_at = samanker_now() where id in (
        select id from (select id, row_number() over (partition by region_id, person_id, organisation_id, kind
          order by active desc, deputy_order, id) as place from role) r where place > 1);
      alter table role add constraint role_ended_is_inactive check (ended_at is null or not active);
      create unique index role_held on role (region_id, person_id, coalesce(organisation_id, '${NONE}'), kind)
        where ended_at is null;

      -- Whose people somebody belongs to in a region: who registers a person keeps the name and the work address. A person
      -- can be registered before any role is granted. Null: the region as such.
      create table person_registration (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        person_id uuid not null references person,
        organisation_id uuid references organisation,
        registered_at timestamptz not null default samanker_now(),
        unique (region_id, person_id)
      );
      create index person_registration_organisation on person_registration (region_id, organisation_id);
      ${tenant('person_registration', 'select, insert, update')}
      insert into person_registration (region_id, person_id, organisation_id)
        select distinct on (region_id, person_id) region_id, person_id, organisation_id from role
        order by region_id, person_id, active desc, organisation_id nulls last, id;

      -- R29: each act of the host for an organisation, with its reason and evidence, for ever: the app can add and read.
      create table act_on_behalf (
        id uuid primary key default uuidv7(),
        region_id uuid not null references region,
        participation_id uuid not null references participation,
        verb text not null check (length(verb) between 1 and 100),
        subject_type text not null,
        subject_id uuid not null,
        host_organisation_id uuid not null references organisation,
        person_id uuid,
        because text not null check (length(because) between 1 and 1000),
        evidence text not null check (length(evidence) between 1 and 1000),
        attachment_id uuid,
        at timestamptz not null
      );
      create index act_on_behalf_participation on act_on_behalf (participation_id, at);
      ${tenant('act_on_behalf', 'select, insert')}
      -- Reason and evidence were one text until now.
      insert into act_on_behalf (region_id, participation_id, verb, subject_type, subject_id, host_organisation_id, person_id,
          because, evidence, at)
        select p.region_id, p.id, told.verb, told.subject_type, told.subject_id, c.host_organisation_id, told.person_id,
          told.because, told.because, told.at
        from participation p join procurement_case c on c.id = p.case_id
        cross join lateral (
          select 'chooseParts' as verb, 'Participation' as subject_type, p.id as subject_id, null::uuid as person_id,
              p.choice_on_behalf_because as because, coalesce(p.invited_at, samanker_now()) as at
          union all select 'declareVolumes', 'Participation', p.id, v.declared_by, v.on_behalf_because, v.declared_at
            from volume_declaration v where v.participation_id = p.id
          union all select 'recordPowerOfAttorney', 'Participation', p.id, null, a.on_behalf_because, a.recorded_at
            from power_of_attorney a where a.participation_id = p.id
          union all select case when d.supersedes_id is null then 'decideAnchoringStep' else 'supersedeDecision' end,
              'AnchoringStep', s.id, d.recorded_by, d.on_behalf_because, d.recorded_at
            from anchoring_step s join decision d on d.step_id = s.id where s.participation_id = p.id
        ) told where told.because is not null and told.because <> '';
      alter table participation drop choice_on_behalf_because;
      alter table volume_declaration drop on_behalf_because;

      alter table role force row level security;
      alter table participation force row level security;
      alter table procurement_case force row level security;
      alter table power_of_attorney force row level security;
      alter table volume_declaration force row level security;
      alter table decision force row level security;
      alter table anchoring_step force row level security;

      -- Who acts for two organisations may use one key in both.
      alter table idempotency_key add organisation_id uuid not null default '${NONE}', drop constraint idempotency_key_pkey,
        add primary key (region_id, person_id, organisation_id, verb, key);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Keys live for seven days; one key cannot stand for two organisations any more.
      alter table idempotency_key no force row level security;
      delete from idempotency_key;
      alter table idempotency_key force row level security;
      alter table idempotency_key drop constraint idempotency_key_pkey, drop organisation_id,
        add primary key (region_id, person_id, verb, key);
      alter table volume_declaration add on_behalf_because text check (length(on_behalf_because) <= 1000);
      alter table participation add choice_on_behalf_because text check (length(choice_on_behalf_because) <= 1000);
      drop table act_on_behalf, person_registration;
      drop index role_held;
      alter table role no force row level security;
      delete from role where ended_at is not null;
      alter table role force row level security;
      alter table role drop constraint role_ended_is_inactive, drop granted_at, drop ended_at,
        add constraint role_region_id_person_id_organisation_id_kind_key unique (region_id, person_id, organisation_id, kind);
    `);
  }
}
