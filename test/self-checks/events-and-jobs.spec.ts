import ts from 'typescript';
import { classesOf, nodesOf, parsed, planted, sourceTree, type SourceTree } from './source-tree';

const REACTIONS = 'apps/worker/src/reactions.ts';
const JOBS = 'apps/worker/src/jobs.ts';

/** Event → jobs, as the page says. */
function reactionsOf(tree: SourceTree): Map<string, string[]> {
  const file = parsed(REACTIONS, tree.get(REACTIONS) ?? '');
  const page = nodesOf(file, ts.isVariableDeclaration).find((node) => node.name.getText() === 'reactions');
  const rows = page ? nodesOf(page, ts.isPropertyAssignment) : [];
  return new Map(
    rows.map((row) => [
      row.name.getText().replace(/['"]/g, ''),
      nodesOf(row.initializer, ts.isStringLiteral).map((literal) => literal.text),
    ]),
  );
}

const eventsOf = (tree: SourceTree): string[] =>
  [...tree]
    .filter(([path]) => path.startsWith('libs/') && !path.endsWith('.spec.ts'))
    .flatMap(([path, text]) =>
      classesOf(path, text)
        .filter((found) => found.extends === 'DomainEvent')
        .map(({ name }) => name),
    );

/** Jobs by name: the class that carries one out says `job = '…'` and stands in a file of that name. */
function handlersOf(tree: SourceTree): { job: string; name: string; path: string }[] {
  return [...tree]
    .filter(([path]) => path.startsWith('libs/') && !path.endsWith('.spec.ts'))
    .flatMap(([path, text]) =>
      classesOf(path, text).flatMap(({ name, node }) =>
        node.members
          .filter(ts.isPropertyDeclaration)
          .filter(
            (member) => member.name.getText() === 'job' && member.initializer && ts.isStringLiteral(member.initializer),
          )
          .map((member) => ({ job: (member.initializer as ts.StringLiteral).text, name, path })),
      ),
    );
}

function faults(tree: SourceTree): string[] {
  const reactions = reactionsOf(tree);
  const events = eventsOf(tree);
  const handlers = handlersOf(tree);
  const wanted = [...reactions.values()].flat();
  const registered = tree.get(JOBS) ?? '';
  return [
    ...events.filter((name) => !reactions.has(name)).map((name) => `event ${name} has no row in ${REACTIONS}`),
    ...[...reactions.keys()].filter((name) => !events.includes(name)).map((name) => `${REACTIONS}: no event ${name}`),
    ...events.filter((name, at) => events.indexOf(name) !== at).map((name) => `two events are called ${name}`),
    ...wanted
      .filter((job) => !handlers.some((handler) => handler.job === job))
      .map((job) => `job ${job} has no worker`),
    ...handlers.filter(({ job }) => !wanted.includes(job)).map(({ job }) => `job ${job} is the reaction to nothing`),
    ...handlers
      .filter(({ job, path }) => !path.endsWith(`/${job}.ts`))
      .map(({ job, path }) => `${path} carries out ${job}`),
    ...handlers
      .filter(({ name }) => !new RegExp(`jobs[^;]*\\b${name}\\b`, 's').test(registered))
      .map(({ name, job }) => `${JOBS} does not list ${name} (${job})`),
  ];
}

/** Events are past tense, jobs imperative: OrderPlaced, send-mail. */
function misnamed(tree: SourceTree): string[] {
  const irregular =
    /(Made|Met|Sent|Kept|Won|Lost|Taken|Given|Withdrawn|Frozen|Set|Begun|Split|Left|Held|Chosen|Drawn|Fell|Run)$/;
  return eventsOf(tree).filter((name) => !/ed$/.test(name) && !irregular.test(name));
}

describe('facts go up', () => {
  const tree = sourceTree();

  it('every event stands on the page of reactions, every job there has its worker', () => {
    expect(faults(tree)).toEqual([]);
    expect(eventsOf(tree).length).toBeGreaterThan(5);
    expect(handlersOf(tree).length).toBeGreaterThan(0);
  });

  it('events are named in the past tense', () => {
    expect(misnamed(tree)).toEqual([]);
  });

  it('canary: an event without a row, a row without an event, a job without a worker, an unlisted worker', () => {
    const event = planted(
      tree,
      'libs/need/src/planted.events.ts',
      'export class NeedBurned extends DomainEvent<{}> {}',
    );
    expect(faults(event)).toContain(`event NeedBurned has no row in ${REACTIONS}`);
    const page = planted(tree, REACTIONS, `export const reactions = { NeedSung: ['sing-along'] };`);
    expect(faults(page)).toContain(`${REACTIONS}: no event NeedSung`);
    expect(faults(page)).toContain('job sing-along has no worker');
    const worker = planted(tree, 'libs/need/src/hum.ts', `export class Hum { readonly job = 'sing-low'; }`);
    expect(faults(worker)).toContain('job sing-low is the reaction to nothing');
    expect(faults(worker)).toContain('libs/need/src/hum.ts carries out sing-low');
    expect(faults(worker)).toContain(`${JOBS} does not list Hum (sing-low)`);
    expect(
      misnamed(planted(tree, 'libs/need/src/p.events.ts', 'class PlantTree extends DomainEvent<{}> {}')),
    ).toContain('PlantTree');
  });
});
