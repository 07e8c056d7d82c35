import { redirect } from "next/navigation";
import { requireAgent } from "#lib/agent-session";
import { CASES_PATH } from "#lib/support/case-filter";

export default async function SupportPage() {
  await requireAgent();
  redirect(CASES_PATH);
}
