import { createHash } from "node:crypto";
import { foldHeader } from "#lib/imports/header-names";

/** What files of the same program have in common: the names of their columns, in their order. */
export function headerHash(header: string[]): string {
  return createHash("sha256")
    .update(JSON.stringify(header.map(foldHeader)))
    .digest("hex");
}
