import { sql } from "drizzle-orm";

// By the tables' own names: Drizzle leaves them out where a statement reads one table alone.
const isConfirmed = sql`exists (select from second_steps s
  where s.account_id = "users"."account_id" and s.user_id = "users"."id"
    and s.confirmed_at is not null)`;

/** In a query of users: whether this one is asked for a code at sign-in. */
export const hasSecondStep = sql<boolean>`${isConfirmed}`;

/**
 * In a query of users: whether this one is an admin who has yet to set up the second step that the
 * account requires. Of a plain user it looks at nothing else.
 */
export const lacksSecondStep = sql<boolean>`("users"."role" = 'admin'
  and (select a.admins_need_second_step from accounts a where a.id = "users"."account_id")
  and not ${isConfirmed})`;
