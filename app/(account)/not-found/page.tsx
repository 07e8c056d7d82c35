import type { Metadata } from "next";
import { NothingHere } from "#components/shell/nothing-here";
import { requireMember } from "#lib/session";

export const metadata: Metadata = { title: "Not found" };

/** What a 404 shows as a whole, with the navigation, also without JavaScript (lib/http/answer.ts). */
export default async function NotFoundPage() {
  await requireMember();
  return <NothingHere />;
}
