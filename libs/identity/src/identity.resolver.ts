import { Query, Resolver } from '@nestjs/graphql';
import { Reads, type RequestRead } from '@samanker/database';
import { organisationsById } from '@samanker/organisation';
import { Me } from './person.entity';

@Resolver(() => Me)
export class IdentityResolver {
  @Query(() => Me, { description: 'Who you are to the service.' })
  async me(@Reads() read: RequestRead): Promise<Me> {
    const work = await read.work();
    const { actor } = work;
    const [organisation] = actor.organisationId ? await organisationsById(work, [actor.organisationId]) : [];
    return Object.assign(new Me(), {
      personId: actor.personId,
      name: actor.name,
      language: actor.language,
      organisationId: actor.organisationId,
      organisationName: organisation?.name ?? null,
      population: organisation?.population ?? null,
      roles: actor.roles,
      logIn: actor.logIn,
      now: work.now,
      today: work.today,
    });
  }
}
