import { NotYourRole } from "#components/shell/support-states";
import { requireAgent } from "#lib/agent-session";

/** What a 403 shows as a whole, with the navigation, also without JavaScript (lib/http/answer.ts). */
export default async function ForbiddenPage() {
  await requireAgent();
  return <NotYourRole />;
}
