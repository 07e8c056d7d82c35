import { bigint, pgView, text, timestamp, uuid } from "drizzle-orm/pg-core";

/**
 * The cases of all accounts as the console's queue lists them: what it may know of an account into
 * which it has not stated a look. The view is made in db/migrations/0012_support_rules.sql.
 */
export const supportQueue = pgView("support_queue", {
  id: uuid().notNull(),
  accountId: uuid().notNull(),
  accountName: text().notNull(),
  number: bigint({ mode: "number" }).notNull(),
  kind: text({ enum: ["removal", "rescue"] }).notNull(),
  capacity: text({ enum: ["admin", "card_holder", "lead"] }).notNull(),
  userName: text(),
  createdAt: timestamp({ withTimezone: true }).notNull(),
  begunAt: timestamp({ withTimezone: true }).notNull(),
  waitsUntil: timestamp({ withTimezone: true }).notNull(),
  expiresAt: timestamp({ withTimezone: true }).notNull(),
  endedAt: timestamp({ withTimezone: true }),
  assignedTo: uuid(),
  assignedToName: text(),
  verifiedBy: uuid(),
  verifiedByName: text(),
  state: text({
    enum: [
      "unverified",
      "objected",
      "waiting",
      "ready",
      "carried_out",
      "refused",
      "withdrawn",
      "expired",
    ],
  }).notNull(),
}).existing();
