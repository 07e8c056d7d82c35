import { type SQL, sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  type PgTableExtraConfigValue,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "#db/schema/users";

/** One customer company, the tenant. `seats_used` and `active_owners` are kept by triggers alone. */
export const accounts = pgTable(
  "accounts",
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    name: text().notNull(),
    timeZone: text().notNull().default("UTC"),
    seatsTotal: integer().notNull().default(0),
    seatsUsed: integer().notNull().default(0),
    activeOwners: integer().notNull().default(0),
    cardHolderName: text(),
    cardLast4: text(),
    billingEmail: text(),
    cardHolderUserId: uuid(),
    /** Whether an Owner requires two-step sign-in of every admin. */
    adminsNeedSecondStep: boolean().notNull().default(false),
    /** Whether Owners keep changes of user spots, and what else costs money, to Owners. */
    ownersKeepSeats: boolean().notNull().default(false),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    /** What support finds an account by; the application's role searches none. */
    searchText: text()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`handover_fold(${accounts.name})`),
  },
  // The type is named because accounts and users refer to each other.
  (table): PgTableExtraConfigValue[] => [
    index("accounts_search").using("gin", sql`${table.searchText} gin_trgm_ops`),
    index("accounts_by_card").on(table.cardLast4),
    check("accounts_seats_fit", sql`${table.seatsUsed} between 0 and ${table.seatsTotal}`),
    check("accounts_owners_counted", sql`${table.activeOwners} >= 0`),
    check("accounts_card_last4_is_four_digits", sql`${table.cardLast4} ~ '^[0-9]{4}$'`),
    foreignKey({
      name: "accounts_card_holder_is_a_user",
      columns: [table.id, table.cardHolderUserId],
      foreignColumns: [users.accountId, users.id],
    }),
  ],
);
