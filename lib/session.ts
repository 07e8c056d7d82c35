import { and, eq } from "drizzle-orm";
import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { z } from "zod";
import { accounts } from "#db/schema/accounts";
import { sessions } from "#db/schema/sessions";
import { subscriptions } from "#db/schema/subscriptions";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { authOptions } from "#lib/auth";
import { href } from "#lib/hrefs";
import { readOnlyAt } from "#lib/read-only";
import { lacksSecondStep } from "#lib/second-step-of-user";
import { noteUse } from "#lib/sessions/note-use";
import { AFTER_SIGN_IN } from "#lib/sessions/schema";
import { read } from "#lib/transaction";

/** Why there is no member behind a request: no cookie, or a session that has ended, and how. */
export type NoMember =
  | "signed_out"
  | "expired"
  | "inactivated"
  | "ended_by_user"
  | "second_step_reset"
  | "password_changed";

const cookieSchema = z.object({ accountId: z.uuid(), sessionId: z.uuid() });

/** The member behind this request, or a redirect to the sign-in page that says why there is none. */
export async function requireMember(): Promise<Member> {
  const found = await findMember();
  if (typeof found !== "string") return found;
  if (found === "inactivated") redirect("/sign-in?ended=inactivated");
  const ended = found === "signed_out" ? undefined : found;
  redirect(href("/sign-in", { ended, next: await askedFor() }));
}

/** The page that this request asks for, unless a sign-in leads there anyway. */
async function askedFor(): Promise<string | undefined> {
  const url = URL.parse((await headers()).get("x-handover-path") ?? "", "http://handover");
  if (!url) return undefined;
  url.searchParams.delete("_rsc");
  const path = url.pathname + url.search;
  return path === AFTER_SIGN_IN ? undefined : path;
}

/**
 * The same for the pages of the Admin tab (domain rule 1); other users get the no-permission page.
 * An admin who lacks the second step that the account requires is led to set it up.
 */
export async function requireAdmin(): Promise<Member> {
  const actor = await requireMember();
  if (actor.role !== "admin") forbidden();
  if (actor.lacksSecondStep) redirect("/sign-ins/two-step?required=yes");
  return actor;
}

/** The cookie says who, the row says whether: read anew at every request, once. */
export const findMember = cache(async (): Promise<Member | NoMember> => {
  const cookie = cookieSchema.safeParse(await getServerSession(authOptions));
  if (!cookie.success) return "signed_out";
  const { accountId, sessionId } = cookie.data;
  const row = await findSession(accountId, sessionId);
  if (!row) return "signed_out";
  if (row.status === "inactive") return "inactivated";
  if (row.endedAt) return isToldWhy(row.endReason) ? row.endReason : "signed_out";
  if (row.expiresAt <= new Date()) return "expired";
  await noteUse(accountId, sessionId, row.lastUsedAt);
  return {
    kind: "member",
    accountId,
    sessionId,
    accountName: row.accountName,
    timeZone: row.timeZone,
    userId: row.userId,
    name: row.name,
    email: row.email ?? "",
    role: row.role,
    isOwner: row.isOwner,
    lacksSecondStep: row.lacksSecondStep,
    readOnlyAt: row.readOnlyAt,
  };
});

/** What was done elsewhere needs a sentence; who signed out here knows. */
const toldReasons = ["ended_by_user", "password_changed", "second_step_reset"] as const;
type ToldReason = (typeof toldReasons)[number];

function isToldWhy(reason: string | null): reason is ToldReason {
  return toldReasons.some((told) => told === reason);
}

async function findSession(accountId: string, sessionId: string) {
  const [row] = await read({ kind: "system", accountId }, (tx) =>
    tx
      .select({
        accountName: accounts.name,
        timeZone: accounts.timeZone,
        userId: users.id,
        name: users.name,
        email: users.email,
        role: users.role,
        isOwner: users.isOwner,
        lacksSecondStep,
        readOnlyAt: readOnlyAt(),
        status: users.status,
        endedAt: sessions.endedAt,
        endReason: sessions.endReason,
        expiresAt: sessions.expiresAt,
        lastUsedAt: sessions.lastUsedAt,
      })
      .from(sessions)
      .innerJoin(users, and(eq(users.accountId, sessions.accountId), eq(users.id, sessions.userId)))
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .innerJoin(subscriptions, eq(subscriptions.accountId, sessions.accountId))
      .where(and(eq(sessions.accountId, accountId), eq(sessions.id, sessionId))),
  );
  return row;
}
