import { Module } from '@nestjs/common';
import { Organisation, OrganisationSuccession } from './organisation.entity';
import { OrganisationResolver } from './organisation.resolver';
import { Region, RegionMembership } from './region.entity';

export const organisationEntities = [Organisation, OrganisationSuccession, Region, RegionMembership];

@Module({ providers: [OrganisationResolver] })
export class OrganisationModule {}
