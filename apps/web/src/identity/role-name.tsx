import type { RoleShownFragment } from '../generated/documents';
import { useLanguage } from '../language/language';

/** What a role is called, and where its holder stands: holds it, or is a deputy in order; who stands in today. */
export function RoleName({ role }: { role: RoleShownFragment }) {
  const { t, date } = useLanguage();
  const away = role.delegations.find(({ inEffect }) => inEffect);
  return (
    <>
      {t.roles[role.kind]}
      {role.deputyOrder > 0 && <span className="subtle"> – {t.people.deputy(role.deputyOrder)}</span>}
      {!role.active && <span className="subtle"> – {t.people.notCalled}</span>}
      {away && <span className="under subtle">{t.people.awayUntil(away.personName, date(away.toOn))}</span>}
    </>
  );
}
