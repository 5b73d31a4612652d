import { Injectable } from '@nestjs/common';
import { createUnionType, Field, ID, InputType } from '@nestjs/graphql';
import type { Work } from '@samanker/database';
import { withoutWording } from '@samanker/decision-log';
import { isMember } from '@samanker/organisation';
import {
  checkText,
  IdempotencyKeyReused,
  LogInTooWeak,
  InvalidInput,
  NotFound,
  NotPermitted,
  Uuid,
  type Asker,
} from '@samanker/request';
import { Verbs, type Done } from '@samanker/verb';
import { parallelGroups } from './parallel-groups.rules';
import { mayKeepTemplates } from './anchoring.permissions';
import { faultOfSteps, RouteStepInput } from './route-input';
import { RouteTemplate } from './route-template.entity';
import { routeTemplateById } from './route-template.queries';

@InputType({ description: 'How an organisation usually anchors a case.' })
export class SaveRouteTemplateInput {
  @Field(() => Uuid, { description: 'The organisation.' })
  organisationId!: string;

  @Field(() => Uuid, { nullable: true, description: 'The template to change; left out for a new one.' })
  id?: string | null;

  @Field(() => String, { description: 'What the organisation calls it; one of a name.' })
  name!: string;

  @Field(() => [RouteStepInput], { description: 'The steps in order, 1 to 40; one of them must decide.' })
  steps!: RouteStepInput[];

  @Field(() => ID, {
    nullable: true,
    description: 'Repeat a request safely: the same key gives the same answer. Kept for 7 days.',
  })
  idempotencyKey?: string | null;
}

export const SaveRouteTemplateResult = createUnionType({
  name: 'SaveRouteTemplateResult',
  description: 'The template as it stands now, or why it was not saved.',
  types: () => [RouteTemplate, NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused, LogInTooWeak] as const,
  resolveType: (value: object) => value.constructor,
});

/** Saves how an organisation usually decides. A running route is never changed by it (R1). */
@Injectable()
export class SaveRouteTemplate {
  constructor(private readonly verbs: Verbs) {}

  carryOut(asker: Asker, input: SaveRouteTemplateInput) {
    return this.verbs.run(asker, input, {
      verb: 'saveRouteTemplate',
      load: (work) => lockTemplates(work, input),
      may: mayKeepTemplates.of(() => input),
      carryOut: (work, { known }) => save(work, input, known),
      answer: (work, id) => routeTemplateById(work, id) as Promise<RouteTemplate>,
    });
  }
}

async function lockTemplates(
  work: Work,
  { organisationId, id }: SaveRouteTemplateInput,
): Promise<{ known: RouteTemplate | null } | null> {
  if (!(await isMember(work, organisationId, work.today))) return null;
  await work.query('select id from route_template where organisation_id = $1 order by id for update', [organisationId]);
  if (!id) return { known: null };
  const known = await routeTemplateById(work, id);
  return known?.organisationId === organisationId ? { known } : null;
}

async function save(
  work: Work,
  input: SaveRouteTemplateInput,
  known: RouteTemplate | null,
): Promise<Done | InvalidInput> {
  const fault =
    checkText(input.name, ['input', 'name'], 200, true) ??
    (await faultOfSteps(work, input.organisationId, input.steps));
  if (fault) return fault;
  if (!input.steps.some(({ weight }) => weight === 'DECIDING'))
    return new InvalidInput(['input', 'steps'], 'NOT_ALLOWED_HERE');
  const name = input.name.trim();
  const taken = await work.one(
    'select from route_template where organisation_id = $1 and name = $2 and id is distinct from $3',
    [input.organisationId, name, known?.id ?? null],
  );
  const row = taken
    ? null
    : known
      ? await work.one<Done>('update route_template set name = $2 where id = $1 returning id', [known.id, name])
      : await work.one<Done>(
          'insert into route_template (region_id, organisation_id, name) values ($1, $2, $3) on conflict do nothing returning id',
          [work.regionId, input.organisationId, name],
        );
  if (!row) return new InvalidInput(['input', 'name'], 'DUPLICATE');
  await work.execute('delete from route_template_step where template_id = $1', [row.id]);
  const groups = parallelGroups(input.steps.map(({ parallelGroup }) => parallelGroup));
  const steps = input.steps.map((step, index) => ({
    ...step,
    title: step.title.trim(),
    position: index + 1,
    parallelGroup: groups[index],
  }));
  await work.execute(
    `insert into route_template_step (region_id, template_id, position, parallel_group, kind, weight, title, role, body_id, working_days)
     select $1, $2, s.position, s."parallelGroup", s.kind, s.weight, s.title, s.role, s."bodyId", s."workingDays"
     from jsonb_to_recordset($3::jsonb) as s(position integer, "parallelGroup" integer, kind text, weight text, title text, role text,
       "bodyId" uuid, "workingDays" integer)`,
    [work.regionId, row.id, JSON.stringify(steps)],
  );
  const before = known && {
    name: known.name,
    steps: known.steps.map(({ position, kind, weight, bodyId }) => ({ position, kind, weight, bodyId })),
  };
  const after = {
    name,
    steps: steps.map(({ position, kind, weight, bodyId }) => ({ position, kind, weight, bodyId: bodyId ?? null })),
  };
  work.log({
    verb: 'saveRouteTemplate',
    subjectType: 'RouteTemplate',
    subjectId: row.id,
    organisationId: input.organisationId,
    before: withoutWording(before, ['name']),
    after: withoutWording(after, ['name']),
  });
  return row;
}
