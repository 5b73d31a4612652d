import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * R12, R30: the official address that a region writes to is the region's own matter. An organisation may be a member of
 * several regions; what people of one of them save must not turn the mails of another one.
 */
export class OfficialAddressInRegion1700000000034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Null: that of the public register. Empty: none, said on purpose.
      alter table region_membership add official_address text check (length(official_address) <= 254);
      create function official_address_of(p_region uuid, p_organisation uuid) returns text language sql stable as $$
        select nullif(coalesce(
          (select m.official_address from region_membership m
             where m.region_id = p_region and m.organisation_id = p_organisation and m.official_address is not null
             order by m.valid_from desc limit 1),
          (select o.official_address from organisation o where o.id = p_organisation)), '')
      $$;
      -- What stands in the public register is the same for all regions: no request changes it.
      revoke update on organisation from samanker_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant update on organisation to samanker_app;
      drop function official_address_of(uuid, uuid);
      alter table region_membership drop official_address;
    `);
  }
}
