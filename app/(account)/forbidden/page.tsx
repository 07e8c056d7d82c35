import { OnlyForAdmins } from "#components/shell/only-for-admins";
import { requireMember } from "#lib/session";

/** What a 403 shows as a whole, with the navigation, also without JavaScript (lib/http/answer.ts). */
export default async function ForbiddenPage() {
  await requireMember();
  return <OnlyForAdmins />;
}
