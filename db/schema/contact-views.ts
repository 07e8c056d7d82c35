import { foreignKey, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { users } from "#db/schema/users";

/** How a user last chose to see the Contact Table. */
export const contactViews = pgTable(
  "contact_views",
  {
    accountId: uuid().notNull(),
    userId: uuid().notNull(),
    columns: text().array().notNull(),
    density: text({ enum: ["comfortable", "compact"] }).notNull(),
  },
  (table) => [
    primaryKey({ name: "contact_views_pkey", columns: [table.accountId, table.userId] }),
    foreignKey({
      name: "contact_views_user_same_account",
      columns: [table.accountId, table.userId],
      foreignColumns: [users.accountId, users.id],
    }),
  ],
);
