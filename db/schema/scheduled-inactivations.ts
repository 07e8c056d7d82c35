import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "#db/schema/users";

/** Make Inactive at a later moment. Open while `ended_at` is null; what it came to stays. */
export const scheduledInactivations = pgTable(
  "scheduled_inactivations",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    userId: uuid().notNull(),
    runAt: timestamp({ withTimezone: true }).notNull(),
    /** What the sheet asked for, as its use case takes it. */
    plan: jsonb().notNull(),
    scheduledBy: uuid().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    endedAt: timestamp({ withTimezone: true }),
    /** Overtaken: the user was made inactive by hand before. */
    outcome: text({ enum: ["done", "cancelled", "refused", "overtaken"] }),
    endedBy: uuid(),
    /** Why it was refused, as a sentence. */
    refusal: text(),
  },
  (table) => [
    primaryKey({ name: "scheduled_inactivations_pkey", columns: [table.accountId, table.id] }),
    uniqueIndex("scheduled_inactivations_one_open_per_user")
      .on(table.accountId, table.userId)
      .where(sql`${table.endedAt} is null`),
    check(
      "scheduled_inactivations_end_has_an_outcome",
      sql`(${table.endedAt} is null) = (${table.outcome} is null)`,
    ),
    foreignKey({
      name: "scheduled_inactivations_user_same_account",
      columns: [table.accountId, table.userId],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "scheduled_inactivations_by_same_account",
      columns: [table.accountId, table.scheduledBy],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "scheduled_inactivations_ended_by_same_account",
      columns: [table.accountId, table.endedBy],
      foreignColumns: [users.accountId, users.id],
    }),
  ],
);
