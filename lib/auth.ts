import type { NextAuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import { log } from "#lib/log";

/** Thirty days: after that a person signs in again, used or not. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

const isHttps = (process.env.HANDOVER_URL ?? "").startsWith("https:");

export const sessionCookie = ownCookie("session");
/** Between the password and the code of a sign-in. */
export const signInCodeCookie = ownCookie("sign-in-code");
/** Between the password and the first code of setting up two-step sign-in. */
export const setUpCookie = ownCookie("two-step");

/**
 * next-auth reads and guards the cookie; signing in is our own server action, because it has steps
 * that next-auth's credentials post does not know (docs/decisions/004-sign-in.md).
 */
export const authOptions: NextAuthOptions = {
  providers: [],
  secret: process.env.NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
  cookies: { sessionToken: sessionCookie },
  // Its own lines are no JSON and hold a stack; a forged cookie is what it meets most.
  logger: {
    error: (code) => log.warn({ code }, "next-auth refused a request or its cookie."),
    warn: (code) => log.warn({ code }, "next-auth warns."),
    debug: () => {},
  },
  callbacks: {
    session: ({ session, token }) => ({
      expires: session.expires,
      accountId: token.accountId,
      sessionId: token.sessionId,
    }),
  },
};

/** The signed cookie's value: which session row, in which account. The row says whether it still counts. */
export function sessionToken(accountId: string, sessionId: string): Promise<string> {
  return encode({ token: { accountId, sessionId }, secret: secret(), maxAge: SESSION_SECONDS });
}

export function secret(): string {
  const value = process.env.NEXTAUTH_SECRET;
  if (!value)
    throw new Error("NEXTAUTH_SECRET is not set: the server sets it from HANDOVER_SECRET.");
  return value;
}

/** A cookie that no script reads and no other site's form brings along. */
function ownCookie(name: string) {
  return {
    name: `${isHttps ? "__Host-" : ""}handover.${name}`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps },
  } as const;
}
