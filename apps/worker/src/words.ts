import type { Type } from '@nestjs/common';
import { identityEntities, IdentityModule } from '@samanker/identity';
import { organisationEntities, OrganisationModule } from '@samanker/organisation';
import type { JobHandler } from '@samanker/outbox';

/** The words that the worker knows, lowest rung first. */
export const words = [OrganisationModule, IdentityModule];

/** The entities of the words, for TypeORM. */
export const entities = [...organisationEntities, ...identityEntities];

/** Every job handler of the words. */
export const jobs: Type<JobHandler>[] = [];
