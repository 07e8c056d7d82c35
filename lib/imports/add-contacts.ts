import { type SQL, sql } from "drizzle-orm";
import {
  type ContactDetails,
  type ContactField,
  contactFieldNames,
} from "#lib/contacts/contact-fields";
import { PHONE_DIGITS, PHONE_END } from "#lib/contacts/phone-end";
import type { Tx } from "#lib/transaction";

type Given = ContactDetails & { record: number };
type Target = { accountId: string; bookId: string; byUserId: string; known: "leave" | "update" };

/** What became of a batch; `sharing` are those taken in whose phone another contact has, too. */
export type Added = { added: number; updated: number; sharing: number[] };

/**
 * Puts contacts into one book by one statement. One is known by its e-mail, or without one by its
 * name, company and phone together: whether it lies in any book here already or stands earlier in
 * the file. Known ones stay as they are, or take over what the file says about them.
 */
export async function addContacts(tx: Tx, contacts: Given[], target: Target): Promise<Added> {
  if (contacts.length === 0) return { added: 0, updated: 0, sharing: [] };
  const { accountId, bookId, byUserId, known } = target;
  const [result] = await tx.execute<Added>(sql`
    with given as materialized (
      select *, lower(btrim(email)) as email_key,
        regexp_replace(phone, '[^0-9]', '', 'g') as phone_key,
        case when email = '' then handover_fold(
          coalesce(nullif(btrim(first_name || ' ' || last_name), ''), nullif(company, ''), phone)) end as name_key,
        case when email = '' then handover_fold(company) end as company_key,
        case when email = '' then regexp_replace(phone, '[^0-9]', '', 'g') end as number_key
      from json_to_recordset(${JSON.stringify(contacts.map(asRecord))}::json)
        as g (record int, ${recordColumns})
    ), once as materialized (${known === "leave" ? firstOfEach : lastOfEach}
    ), here as materialized (
      select o.record, k.id from once o cross join lateral (
        select c.id from contacts c
         where c.account_id = ${accountId} and c.email_key = o.email_key and c.deleted_at is null
           and (c.email_key = '') = (o.email_key = '') order by c.id limit 1) k
       where o.email_key <> ''
      union all
      select o.record, k.id from once o cross join lateral (
        select c.id from contacts c
         where c.account_id = ${accountId} and c.name_key = o.name_key and c.deleted_at is null
           and c.company_key = o.company_key and c.phone_key = o.phone_key order by c.id limit 1) k
       where o.email_key = ''
    ), fresh as materialized (
      select * from once where record not in (select record from here)
    ), sharing as materialized (
      select f.record from (
        select record, phone_end, row_number() over (partition by phone_end order by record) as place
          from (select record, right(phone_key, ${PHONE_END}) as phone_end from fresh) reached
         where length(phone_end) >= ${PHONE_DIGITS}) f
        left join lateral (
          select c.id from contacts c
           where c.account_id = ${accountId} and c.phone_end = f.phone_end
             and c.phone_end <> '' and c.deleted_at is null
           order by c.id limit 1) other on true
       where place > 1 or other.id is not null
    ), updated as (${known === "leave" ? sql`select null where false` : takeOver(accountId, byUserId)}
    ), added as (
      insert into contacts (account_id, book_id, created_by, updated_by, ${columns})
      select ${accountId}::uuid, ${bookId}::uuid, ${byUserId}::uuid, ${byUserId}::uuid, ${columns}
        from fresh order by record
      returning 1)
    select (select count(*)::int from added) as added, (select count(*)::int from updated) as updated,
      array(select record from sharing) as sharing`);
  return result ?? { added: 0, updated: 0, sharing: [] };
}

/** "job_title" */
function columnOf(field: ContactField): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function asRecord({ record, ...contact }: Given) {
  const values = contactFieldNames.map((name) => [columnOf(name), contact[name]]);
  return { record, ...Object.fromEntries(values) };
}

const names = contactFieldNames.map(columnOf);
const list = (write: (name: string) => string): SQL => sql.raw(names.map(write).join(", "));
const columns = list((name) => name);
const recordColumns = list((name) => `${name} text`);
const keys = sql.raw("email_key, name_key, company_key, number_key");

/** Of several in the file that are the same one, the first counts. */
const firstOfEach = sql`
  select distinct on (${keys}) * from given order by ${keys}, record`;

/** Of several in the file that are the same one, the last that says something counts. */
const lastOfEach = sql`
  select min(record) as record, ${keys}, coalesce((array_agg(phone_key order by record desc)
      filter (where phone_key <> ''))[1], '') as phone_key,
    ${list((name) => `coalesce((array_agg(${name} order by record desc) filter (where ${name} <> ''))[1], '') as ${name}`)}
  from given group by ${keys}`;

function takeOver(accountId: string, byUserId: string): SQL {
  const others = names.filter((name) => name !== "email");
  const differs = others.map((name) => `(n.${name} <> '' and n.${name} <> c.${name})`).join(" or ");
  const values = others.map((name) => `${name} = coalesce(nullif(n.${name}, ''), c.${name})`);
  return sql`
    update contacts c set updated_by = ${byUserId}::uuid, ${sql.raw(values.join(", "))}
      from here h join once n using (record)
     where c.account_id = ${accountId} and c.id = h.id and (${sql.raw(differs)})
    returning 1`;
}
