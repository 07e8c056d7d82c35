import type { TransactionSql } from "postgres";
import type { CastAccount } from "#db/seed/cast";
import { makeDice } from "#db/seed/dice";
import {
  insertCardHolder,
  insertInvoices,
  insertSpots,
  insertSubscription,
} from "#db/seed/insert-billing";
import { insertContacts } from "#db/seed/insert-contacts";
import { insertEvents } from "#db/seed/insert-events";
import { inactivateLeavers, insertPeople, insertSessions } from "#db/seed/insert-people";
import { makeContacts } from "#db/seed/make-contacts";
import { makeHistory } from "#db/seed/make-history";
import { countBackFrom, inserted, type Stage } from "#db/seed/stage";

/** Inserts one account of the demo with its people, its contacts and its past. */
export async function insertAccount(
  tx: TransactionSql,
  account: CastAccount,
  passwordHash: string,
  now: number,
): Promise<void> {
  const time = countBackFrom(now);
  const accountId = await insertAccountRow(tx, account, time.at);
  const stage: Stage = { tx, account, accountId, users: new Map(), ...time };
  // In the order of time: who came later needed the spots that were added by then.
  for (const [index, spots] of account.spots.entries()) {
    const until = account.spots[index + 1]?.days ?? 0;
    const people = account.people.filter(({ joined }) => joined <= spots.days && joined > until);
    if ("by" in spots) await insertSpots(stage, spots);
    await insertPeople(stage, people, passwordHash);
  }
  await insertCardHolder(stage);
  await insertInvoices(stage);

  const dice = makeDice(account.seed);
  const contacts = makeContacts(account, dice);
  const history = makeHistory(account, contacts, dice);
  await insertContacts(stage, contacts, history);
  await insertSessions(stage);
  await inactivateLeavers(stage);
  await tx`select retell_seats_used(${accountId})`;
  await insertEvents(stage, history);
}

async function insertAccountRow(
  tx: TransactionSql,
  { name, timeZone, spots: [first], card, terms }: CastAccount,
  at: Stage["at"],
): Promise<string> {
  const { id } = inserted(
    await tx<{ id: string }[]>`
      insert into accounts ${tx({
        name,
        time_zone: timeZone,
        seats_total: first.total,
        created_at: at(first.days),
        card_holder_name: card.holder,
        card_last4: card.last4,
        billing_email: card.billingEmail,
      })} returning id`,
  );
  await insertSubscription(tx, id, terms);
  return id;
}
