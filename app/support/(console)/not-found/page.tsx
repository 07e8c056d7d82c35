import { NothingInConsole } from "#components/shell/support-states";
import { requireAgent } from "#lib/agent-session";

/** What a 404 shows as a whole, with the navigation, also without JavaScript (lib/http/answer.ts). */
export default async function NotFoundPage() {
  await requireAgent();
  return <NothingInConsole />;
}
