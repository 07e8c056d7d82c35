import type { Metadata } from "next";
import { OnlyForAdmins } from "#components/shell/only-for-admins";
import { requireMember } from "#lib/session";

export const metadata: Metadata = { title: "For admins" };

/** What a 403 shows as a whole, with the navigation, also without JavaScript (lib/http/answer.ts). */
export default async function ForbiddenPage() {
  await requireMember();
  return <OnlyForAdmins />;
}
