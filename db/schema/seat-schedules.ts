import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "#db/schema/users";

/**
 * Fewer user spots from a later moment (domain rule 14). Open while `ended_at` is null; at most one
 * in an account: a newer one ends the one that it replaces, by trigger.
 */
export const seatSchedules = pgTable(
  "seat_schedules",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    /** The total when it was made, and from `effective_at` on. */
    fromTotal: integer().notNull(),
    toTotal: integer().notNull(),
    effectiveAt: timestamp({ withTimezone: true }).notNull(),
    reason: text().notNull().default(""),
    replacesId: uuid(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    createdBy: uuid().notNull(),
    endedAt: timestamp({ withTimezone: true }),
    outcome: text({ enum: ["done", "replaced", "cancelled"] }),
    endedBy: uuid(),
  },
  (table) => [
    primaryKey({ name: "seat_schedules_pkey", columns: [table.accountId, table.id] }),
    uniqueIndex("seat_schedules_one_open").on(table.accountId).where(sql`${table.endedAt} is null`),
    check("seat_schedules_reduce", sql`${table.toTotal} between 0 and ${table.fromTotal} - 1`),
    check(
      "seat_schedules_end_has_an_outcome",
      sql`(${table.endedAt} is null) = (${table.outcome} is null)`,
    ),
    foreignKey({
      name: "seat_schedules_by_same_account",
      columns: [table.accountId, table.createdBy],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "seat_schedules_ended_by_same_account",
      columns: [table.accountId, table.endedBy],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "seat_schedules_replaces_same_account",
      columns: [table.accountId, table.replacesId],
      foreignColumns: [table.accountId, table.id],
    }),
  ],
);
