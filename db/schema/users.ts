import { type SQL, sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "#db/schema/accounts";

/** A person in one account, never deleted: history points at the id for ever (domain rule 16). */
export const users = pgTable(
  "users",
  {
    accountId: uuid()
      .notNull()
      .references(() => accounts.id),
    id: uuid().notNull().default(sql`uuidv7()`),
    firstName: text().notNull(),
    lastName: text().notNull(),
    name: text()
      .notNull()
      .generatedAlwaysAs((): SQL => sql`btrim(${users.firstName} || ' ' || ${users.lastName})`),
    /** Null only for an inactive user whose address was given to somebody else. */
    email: text(),
    /** The address this person had before it was given to somebody else (domain rule 18). */
    formerEmail: text(),
    role: text({ enum: ["admin", "user"] })
      .notNull()
      .default("user"),
    status: text({ enum: ["active", "inactive"] })
      .notNull()
      .default("active"),
    isOwner: boolean().notNull().default(false),
    passwordHash: text(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    createdBy: uuid(),
    inactivatedAt: timestamp({ withTimezone: true }),
    inactivatedBy: uuid(),
    inactivationReason: text(),
    lastSignInAt: timestamp({ withTimezone: true }),
    /** Whom the contacts go to first when this user is made inactive. */
    defaultSuccessorId: uuid(),
    /** Name and address this user was added or last confirmed with (domain rule 17). */
    knownFirstName: text().notNull().default(""),
    knownLastName: text().notNull().default(""),
    knownEmail: text().notNull().default(""),
    nameKey: text()
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`handover_fold(${users.firstName} || ' ' || ${users.lastName})`,
      ),
    searchText: text()
      .notNull()
      .generatedAlwaysAs(
        (): SQL =>
          sql`handover_fold(${users.firstName} || ' ' || ${users.lastName} || ' ' || coalesce(${users.email}, '') || ' ' || coalesce(${users.formerEmail}, ''))`,
      ),
  },
  (table) => [
    primaryKey({ name: "users_pkey", columns: [table.accountId, table.id] }),
    uniqueIndex("users_email_is_unique").on(table.accountId, sql`lower(${table.email})`),
    index("users_by_email").on(sql`lower(${table.email})`),
    index("users_by_name").on(table.accountId, table.nameKey, table.id),
    index("users_search").using("gin", table.accountId, sql`${table.searchText} gin_trgm_ops`),
    check("users_role_is_known", sql`${table.role} in ('admin', 'user')`),
    check("users_status_is_known", sql`${table.status} in ('active', 'inactive')`),
    check("users_owner_is_active", sql`not ${table.isOwner} or ${table.status} = 'active'`),
    check("users_owner_is_admin", sql`not ${table.isOwner} or ${table.role} = 'admin'`),
    check(
      "users_inactive_since_is_known",
      sql`(${table.status} = 'inactive') = (${table.inactivatedAt} is not null)`,
    ),
    check("users_have_a_name", sql`btrim(${table.firstName} || ${table.lastName}) <> ''`),
    check(
      "users_email_is_known",
      sql`${table.email} is not null or (${table.status} = 'inactive' and ${table.formerEmail} is not null)`,
    ),
    check(
      "users_email_looks_like_one",
      sql`${table.email} ~ '^[^@[:space:]]+@[^@[:space:]]+$' and length(${table.email}) <= 320`,
    ),
    foreignKey({
      name: "users_created_by_same_account",
      columns: [table.accountId, table.createdBy],
      foreignColumns: [table.accountId, table.id],
    }),
    check("users_default_successor_is_another", sql`${table.defaultSuccessorId} <> ${table.id}`),
    foreignKey({
      name: "users_default_successor_same_account",
      columns: [table.accountId, table.defaultSuccessorId],
      foreignColumns: [table.accountId, table.id],
    }),
    foreignKey({
      name: "users_inactivated_by_same_account",
      columns: [table.accountId, table.inactivatedBy],
      foreignColumns: [table.accountId, table.id],
    }),
  ],
);
