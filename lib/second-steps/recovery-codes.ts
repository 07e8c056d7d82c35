import { createHmac, hkdfSync } from "node:crypto";
import { and, count, eq, isNull } from "drizzle-orm";
import { recoveryCodes } from "#db/schema/second-steps";
import { secret } from "#lib/auth";
import { RECOVERY_CODE_LENGTH } from "#lib/second-steps/schema";
import type { Tx } from "#lib/transaction";

type Whose = { accountId: string; userId: string };

const RECOVERY_CODES = 10;

// Without i, l, o and u: what was written down by hand is read as it was meant.
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * Ten codes of 50 bits, derived from the id of their set with the server's secret: the database
 * keeps only their hashes, and the same form sent twice shows the same codes.
 */
export function recoveryCodesOf(setId: string): string[] {
  const size = RECOVERY_CODES * RECOVERY_CODE_LENGTH;
  const bytes = new Uint8Array(hkdfSync("sha256", secret(), "", `recovery codes ${setId}`, size));
  // 256 is a multiple of 32: every character is as likely as any other.
  const text = Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return text.match(new RegExp(`.{${RECOVERY_CODE_LENGTH}}`, "g")) ?? [];
}

/** "abcde-fghjk", as it is shown. */
export function recoveryCodeText(code: string): string {
  return `${code.slice(0, RECOVERY_CODE_LENGTH / 2)}-${code.slice(RECOVERY_CODE_LENGTH / 2)}`;
}

/** Keyed: fifty bits alone would not outlast a stolen database. */
export function recoveryCodeHash({ accountId, userId }: Whose, code: string): string {
  return createHmac("sha256", secret())
    .update(`recovery code ${accountId} ${userId} ${code}`)
    .digest("base64url");
}

/** Ends the codes there were and keeps those of this new set. */
export async function replaceRecoveryCodes(tx: Tx, whose: Whose, setId: string): Promise<void> {
  await endRecoveryCodes(tx, whose);
  await tx
    .insert(recoveryCodes)
    .values(
      recoveryCodesOf(setId).map((code) => ({ ...whose, codeHash: recoveryCodeHash(whose, code) })),
    );
}

export async function endRecoveryCodes(tx: Tx, whose: Whose): Promise<void> {
  await tx.update(recoveryCodes).set({ endedAt: new Date() }).where(isOpen(whose));
}

/** How many still count. */
export async function countRecoveryCodes(tx: Tx, whose: Whose): Promise<number> {
  const [row] = await tx.select({ left: count() }).from(recoveryCodes).where(isOpen(whose));
  return row?.left ?? 0;
}

function isOpen({ accountId, userId }: Whose) {
  return and(
    eq(recoveryCodes.accountId, accountId),
    eq(recoveryCodes.userId, userId),
    isNull(recoveryCodes.usedAt),
    isNull(recoveryCodes.endedAt),
  );
}
