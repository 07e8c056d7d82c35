import { createHmac } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import { authOptions, secret } from "#lib/auth";

/** A working day: nobody stays signed in to the console over night. */
export const SUPPORT_SESSION_SECONDS = 8 * 60 * 60;

const isHttps = (process.env.HANDOVER_URL ?? "").startsWith("https:");

// next-auth joins whatever cookies begin with this name: no other one does.
export const supportCookie = ownCookie("support-session");
/** Between the password and the code, or the first code of setting up the second step. */
export const supportCodeCookie = ownCookie("support-code");

/**
 * The console's own door: another cookie, sent to its pages alone, and another secret. No session of
 * a customer's opens it, and none of its own opens an account.
 */
export function supportAuthOptions(): NextAuthOptions {
  return {
    ...authOptions,
    secret: supportSecret(),
    session: { strategy: "jwt", maxAge: SUPPORT_SESSION_SECONDS },
    pages: { signIn: "/support/sign-in", signOut: "/support/sign-in", error: "/support/sign-in" },
    cookies: { sessionToken: supportCookie },
    callbacks: {
      session: ({ session, token }) => ({
        expires: session.expires,
        supportSessionId: token.supportSessionId,
      }),
    },
  };
}

/** The cookie's value: which session row. The row, and the agent's, say whether it still counts. */
export function supportSessionToken(sessionId: string): Promise<string> {
  const token = { supportSessionId: sessionId };
  return encode({ token, secret: supportSecret(), maxAge: SUPPORT_SESSION_SECONDS });
}

function supportSecret(): string {
  return createHmac("sha256", secret()).update("support console").digest("hex");
}

/** Strict, as no link from elsewhere leads into the console. */
function ownCookie(name: string) {
  return {
    name: `${isHttps ? "__Secure-" : ""}handover.${name}`,
    options: { httpOnly: true, sameSite: "strict", path: "/support", secure: isHttps },
  } as const;
}
