import { identityEntities, IdentityModule } from '@samanker/identity';
import { organisationEntities, OrganisationModule } from '@samanker/organisation';

/** The words that the API speaks, lowest rung first. */
export const words = [OrganisationModule, IdentityModule];

/** The entities of the words, for TypeORM. */
export const entities = [...organisationEntities, ...identityEntities];
