import type { Work } from '@samanker/database';
import { RouteTemplate, RouteTemplateStep } from './route-template.entity';

const TEMPLATES = `
  select t.id, t.organisation_id as "organisationId", t.name,
    (select coalesce(json_agg(json_build_object('id', s.id, 'templateId', s.template_id, 'position', s.position,
       'parallelGroup', s.parallel_group, 'kind', s.kind, 'weight', s.weight, 'title', s.title, 'role', s.role,
       'bodyId', s.body_id, 'workingDays', s.working_days) order by s.position), '[]')
     from route_template_step s where s.template_id = t.id) as steps
  from route_template t`;

function templateOf(row: RouteTemplate): RouteTemplate {
  const steps = row.steps.map((step) => Object.assign(new RouteTemplateStep(), step));
  return Object.assign(new RouteTemplate(), row, { steps });
}

/** One template with its steps, or null. */
export async function routeTemplateById(work: Work, id: string): Promise<RouteTemplate | null> {
  const row = await work.one<RouteTemplate>(`${TEMPLATES} where t.id = $1`, [id]);
  return row && templateOf(row);
}

/** The templates of these organisations, the oldest first. One statement. */
export async function routeTemplatesOf(work: Work, organisationIds: readonly string[]): Promise<RouteTemplate[]> {
  const rows = await work.query<RouteTemplate>(`${TEMPLATES} where t.organisation_id = any($1::uuid[]) order by t.id`, [
    organisationIds,
  ]);
  return rows.map(templateOf);
}
