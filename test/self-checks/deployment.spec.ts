import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings, settingsTable } from '@samanker/settings';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { ROOT } from './source-tree';

interface Service {
  image?: string;
  build?: string;
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  ports?: string[];
  volumes?: string[];
  read_only?: boolean;
}

interface Compose {
  services: Record<string, Service>;
  volumes?: Record<string, unknown>;
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** As compose reads it: with merge keys. */
const compose = (text: string): Compose => load(text, { schema: YAML11_SCHEMA }) as Compose;

/** Fills ${NAME:-otherwise} and ${NAME:?reason} the way compose does. */
function filled(text: string, env: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, kind: string, rest: string) => {
    if (env[name]) return env[name];
    if (kind === '?') throw new Error(`${name} is required: ${rest}`);
    return rest ?? '';
  });
}

const GIVEN = {
  PUBLIC_URL: 'https://samanker.example.no',
  OPERATOR_NAME: 'Agder IKT IKS',
  OPERATOR_EMAIL: 'drift@agder-ikt.no',
  OPERATOR_PHONE: '+47 38 00 00 00',
  OIDC_ISSUER: 'https://ansattporten.no',
  OIDC_CLIENT_ID: 'd1f0b7a2-samanker',
  OIDC_CLIENT_SECRET: '5a0c9e7b3f1d8264'.repeat(2),
  LOG_SIGNING_KEY: '3e7a1b9c5d8f2046'.repeat(2),
  POSTGRES_PASSWORD: '7f3a9c1e5b8d2046'.repeat(2),
  APP_PASSWORD: '1d8e4b6f0a925c73'.repeat(2),
  MIGRATOR_PASSWORD: '9b2e7d4c61f8035a'.repeat(2),
  SWEEPER_PASSWORD: '4c6a1f9e3d7b8052'.repeat(2),
  REDIS_PASSWORD: 'e8053b7d2c9f614a'.repeat(2),
};

function composeFaults(text: string): string[] {
  const { services, volumes = {} } = compose(text);
  const known = new Set([...settingsTable().map((row) => row.name), 'ADMIN_DATABASE_URL']);
  return Object.entries(services).flatMap(([name, service]) => {
    const faults: string[] = [];
    const say = (fault: string): void => void faults.push(`${name}: ${fault}`);
    if (!service.image) say('has no image');
    if (service.image !== 'samanker' && !/:[^:]*\d/.test(service.image ?? '')) say('its image has no version');
    for (const other of Object.keys(service.depends_on ?? {}))
      if (!services[other]) say(`waits for ${other}, which is not there`);
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      if (condition === 'service_healthy' && !services[other]?.healthcheck)
        say(`waits for the health of ${other}, which has no check`);
    }
    for (const volume of service.volumes ?? []) {
      if (!volume.startsWith('.') && !(volume.split(':')[0]! in volumes))
        say(`uses the volume ${volume}, which is not declared`);
    }
    if (service.image !== 'samanker') return faults;
    for (const variable of Object.keys(service.environment ?? {}))
      if (!known.has(variable)) say(`sets ${variable}, which nobody reads`);
    const program = service.command?.find((word) => /\.m?js$/.test(word)) ?? '';
    const source = program.replace(/^dist\//, '').replace(/\.js$/, '.ts');
    if (!existsSync(join(ROOT, source))) say(`runs ${program}, which has no source`);
    if (!service.read_only) say('may write to its own files');
    if (
      ['api', 'worker'].includes(name) &&
      Object.keys(service.environment ?? {}).some((key) => /MIGRATOR|ADMIN/.test(key))
    ) {
      say('is given a log-in that may change tables');
    }
    return faults;
  });
}

function dockerfileFaults(text: string, ignore: string): string[] {
  const lines = text
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() && !line.startsWith('#'));
  const instructions = lines.map((line) => /^([A-Z]+) (.+)$/.exec(line));
  const faults = lines.filter((_, at) => !instructions[at]).map((line) => `not an instruction: ${line}`);
  const parts = instructions.filter((match) => match !== null).map(([, word, rest]) => ({ word: word!, rest: rest! }));
  const allowed = 'FROM WORKDIR COPY RUN ENV USER EXPOSE CMD ARG HEALTHCHECK LABEL'.split(' ');
  faults.push(...parts.filter(({ word }) => !allowed.includes(word)).map(({ word }) => `unknown instruction ${word}`));
  faults.push(
    ...parts
      .filter(({ word, rest }) => word === 'FROM' && !/:\d/.test(rest))
      .map(({ rest }) => `${rest} has no version`),
  );
  const last = parts.slice(parts.findLastIndex(({ word }) => word === 'FROM'));
  if (!last.some(({ word, rest }) => word === 'USER' && rest !== 'root' && rest !== '0')) faults.push('runs as root');
  if (!last.some(({ word, rest }) => word === 'ENV' && rest.includes('NODE_ENV=production')))
    faults.push('is not production');
  if (!parts.some(({ word, rest }) => word === 'RUN' && rest.includes('dist/PRODUCTION_IMAGE')))
    faults.push('is not marked: it would run as development when NODE_ENV is taken away');
  if (!last.some(({ word, rest }) => word === 'CMD' && rest.startsWith('[')))
    faults.push('CMD is no list: signals would not arrive');
  const admitted = ignore
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  for (const { rest } of parts.filter(({ word, rest }) => word === 'COPY' && !rest.startsWith('--from'))) {
    for (const source of rest.split(/\s+/).slice(0, -1)) {
      if (!existsSync(join(ROOT, source))) faults.push(`copies ${source}, which is not there`);
      if (!admitted.includes(source.split('/')[0]!)) faults.push(`copies ${source}, which .dockerignore keeps out`);
    }
  }
  return faults;
}

describe('containers', () => {
  const text = read('docker-compose.yml');

  it('docker-compose.yml fits together, and says PostgreSQL, Redis, mail catcher, migrate, API and worker', () => {
    expect(composeFaults(text)).toEqual([]);
    const { services } = compose(text);
    expect(Object.keys(services)).toEqual(
      expect.arrayContaining(['postgres', 'redis', 'mailpit', 'migrate', 'api', 'worker']),
    );
  });

  it.each(['api', 'worker', 'migrate'])('%s gets settings that production accepts', (name) => {
    const { services } = JSON.parse(filled(JSON.stringify(compose(text)), GIVEN)) as Compose;
    const settings = readSettings(services[name]!.environment!);
    expect(settings).toMatchObject({
      NODE_ENV: 'production',
      QUEUE_URL: `redis://:${GIVEN.REDIS_PASSWORD}@redis:6379`,
    });
  });

  it('asks for each password instead of bringing one along', () => {
    for (const name of Object.keys(GIVEN))
      expect(() => filled(text, { ...GIVEN, [name]: '' })).toThrow(`${name} is required`);
  });

  it('the Dockerfile copies what is there, and runs as an ordinary user', () => {
    expect(dockerfileFaults(read('Dockerfile'), read('.dockerignore'))).toEqual([]);
  });

  it('canary: faults in either file are found', () => {
    const planted = composeFaults(`
services:
  api: { image: samanker, command: [node, dist/apps/nowhere/src/main.js], environment: { MIGRATOR_DATABASE_URL: x, COLOUR: red }, depends_on: { moon: { condition: service_healthy } } }
  redis: { image: redis, volumes: [lost:/data] }`);
    expect(planted).toHaveLength(8);
    const docker = dockerfileFaults('FROM node\nCOPY nothing .\nADD x y\nnonsense\nCMD node x', '*');
    expect(docker).toHaveLength(9);
  });
});
