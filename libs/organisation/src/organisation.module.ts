import { Module } from '@nestjs/common';
import { Organisation, OrganisationSuccession } from './organisation.entity';
import { OrganisationResolver } from './organisation.resolver';
import { Region, RegionMembership } from './region.entity';
import { SaveOfficialAddress } from './save-official-address';

export const organisationEntities = [Organisation, OrganisationSuccession, Region, RegionMembership];

@Module({ providers: [OrganisationResolver, SaveOfficialAddress] })
export class OrganisationModule {}
