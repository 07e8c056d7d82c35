import NextAuth from "next-auth";
import { authOptions } from "#lib/auth";
import { findMember } from "#lib/session";
import { signOut } from "#lib/sessions/sign-out";

/** next-auth's own way out drops the cookie; the row ends with it. */
const handler = NextAuth({
  ...authOptions,
  events: {
    async signOut() {
      const member = await findMember();
      if (typeof member !== "string") await signOut(member);
    },
  },
});

export { handler as GET, handler as POST };
