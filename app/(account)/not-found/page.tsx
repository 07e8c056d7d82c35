import { NothingHere } from "#components/shell/nothing-here";
import { requireMember } from "#lib/session";

/** What a 404 shows as a whole, with the navigation, also without JavaScript (lib/http/answer.ts). */
export default async function NotFoundPage() {
  await requireMember();
  return <NothingHere />;
}
