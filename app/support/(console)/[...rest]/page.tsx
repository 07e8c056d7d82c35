import { notFound } from "next/navigation";
import { requireAgent } from "#lib/agent-session";

/** What is no page of the console is said to be missing inside it, not as if in an account. */
export default async function NoPage() {
  await requireAgent();
  notFound();
}
