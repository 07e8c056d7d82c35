import { and, desc, eq } from "drizzle-orm";
import { imports } from "#db/schema/imports";
import { users } from "#db/schema/users";
import type { Member } from "#lib/actor";
import { read } from "#lib/transaction";

const LATEST = 50;

/** The latest imports of the account, the newest first. */
export function getImportsPage({ accountId, ...actor }: Member) {
  return read({ ...actor, accountId }, (tx) =>
    tx
      .select({
        id: imports.id,
        fileName: imports.fileName,
        createdAt: imports.createdAt,
        state: imports.state,
        added: imports.added,
        wrong: imports.wrong,
        byName: users.name,
      })
      .from(imports)
      .innerJoin(users, and(eq(users.accountId, imports.accountId), eq(users.id, imports.byUserId)))
      .where(eq(imports.accountId, accountId))
      .orderBy(desc(imports.createdAt), desc(imports.id))
      .limit(LATEST),
  );
}
export type ListedImport = Awaited<ReturnType<typeof getImportsPage>>[number];
