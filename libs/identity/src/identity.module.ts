import { Module } from '@nestjs/common';
import { DevelopmentLogInController } from './development-log-in.controller';
import { IdentityResolver } from './identity.resolver';
import { Person, Role } from './person.entity';

export const identityEntities = [Person, Role];

@Module({
  providers: [IdentityResolver],
  controllers: process.env.NODE_ENV === 'production' ? [] : [DevelopmentLogInController],
})
export class IdentityModule {}
