import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { secret } from "#lib/auth";

type Whose = { accountId: string; userId: string };

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** An app's secret as the database keeps it: encrypted, and of use to this user of this account alone. */
export function sealSecret(bytes: Uint8Array, whose: Whose): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key(), iv).setAAD(owner(whose));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Throws where the text was changed, is somebody else's, or was sealed with another server secret. */
export function openSecret(sealed: string, whose: Whose): Uint8Array {
  const all = Buffer.from(sealed, "base64url");
  const tagEnd = IV_BYTES + TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key(), all.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(owner(whose))
    .setAuthTag(all.subarray(IV_BYTES, tagEnd));
  return Buffer.concat([decipher.update(all.subarray(tagEnd)), decipher.final()]);
}

function key(): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret(), "", "second step", 32));
}

function owner({ accountId, userId }: Whose): Buffer {
  return Buffer.from(`${accountId} ${userId}`);
}
