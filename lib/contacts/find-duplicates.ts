import { type SQL, sql } from "drizzle-orm";
import { PHONE_DIGITS, PHONE_END } from "#lib/contacts/phone-end";
import type { FoundContact } from "#lib/refusals/facts";
import type { Tx } from "#lib/transaction";

type Reached = { email?: string; phone?: string; mobile?: string; exceptId?: string };

/** So many are shown: who looks for more searches. */
const SHOWN = 5;

/**
 * The account's contacts with the same e-mail, or the same phone or mobile: "+49 30 1234567",
 * "0049 30 1234567" and "030 1234567" are one. Each way is a look into an index, whatever the number
 * of contacts: `is false` is how the planner knows the first column of the e-mail's.
 */
export async function findDuplicates(
  tx: Tx,
  accountId: string,
  { email = "", phone = "", mobile = "", exceptId }: Reached,
): Promise<FoundContact[]> {
  const numbers = [phone, mobile].map(digitsOf).filter(({ length }) => length >= PHONE_DIGITS);
  const ends = new Set(numbers.map((digits) => digits.slice(-PHONE_END)));
  const ways: SQL[] = [...ends].map(
    (end) => sql`
      select c.id from contacts c
      where c.account_id = ${accountId} and c.id in (select contacts_matching(${end}))
        and ${end} in (c.phone_end, right(regexp_replace(c.mobile, '[^0-9]', '', 'g'), ${PHONE_END}))`,
  );
  if (email.trim() !== "") {
    ways.push(sql`
      select c.id from contacts c
      where c.account_id = ${accountId} and (c.email_key = '') is false
        and c.email_key = lower(btrim(${email})) and c.deleted_at is null`);
  }
  if (ways.length === 0) return [];
  return tx.execute<FoundContact>(sql`
    select c.id, c.name, c.company, c.email, coalesce(nullif(c.phone, ''), c.mobile) as phone,
      u.name as "assigneeName"
    from (${sql.join(ways, sql` union `)}) found
    join contacts c on c.account_id = ${accountId} and c.id = found.id
    join books b on b.account_id = c.account_id and b.id = c.book_id
    join users u on u.account_id = b.account_id and u.id = b.assignee_id
    where c.id is distinct from ${exceptId ?? null}::uuid
    order by c.name_key, c.id limit ${SHOWN}`);
}

function digitsOf(number: string): string {
  return number.replaceAll(/[^0-9]/g, "");
}
