import type { TransactionSql } from "postgres";
import type { CastAccount } from "#db/seed/cast";
import { makeDice } from "#db/seed/dice";
import { insertContacts } from "#db/seed/insert-contacts";
import { insertEvents } from "#db/seed/insert-events";
import { inactivateLeavers, insertPeople, insertSessions } from "#db/seed/insert-people";
import { makeContacts } from "#db/seed/make-contacts";
import { makeHistory } from "#db/seed/make-history";
import { countBackFrom, inserted, type Stage, userOf } from "#db/seed/stage";

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
  await insertPeople(stage, passwordHash);
  await insertSpots(stage);

  const dice = makeDice(account.seed);
  const contacts = makeContacts(account, dice);
  const history = makeHistory(account, contacts, dice);
  await insertContacts(stage, contacts, history);
  await insertSessions(stage);
  await inactivateLeavers(stage);
  await insertEvents(stage, history);
}

async function insertAccountRow(
  tx: TransactionSql,
  { name, timeZone, spots: [first, ...later] }: CastAccount,
  at: Stage["at"],
): Promise<string> {
  const { id } = inserted(
    await tx<{ id: string }[]>`
      insert into accounts ${tx({
        name,
        time_zone: timeZone,
        seats_total: first.total,
        created_at: at(first.days),
      })} returning id`,
  );
  for (const { total } of later) {
    await tx`update accounts set seats_total = ${total} where id = ${id}`;
  }
  return id;
}

/** What the ledger says after its first row, which comes with the account; and who pays. */
async function insertSpots(stage: Stage): Promise<void> {
  const { tx, accountId, at } = stage;
  const { spots, card } = stage.account;
  let [{ total: from_total }, ...later] = spots;
  for (const { days, total: to_total, reason, by } of later) {
    await tx`
      insert into seat_changes ${tx({
        account_id: accountId,
        at: at(days),
        effective_at: at(days),
        from_total,
        to_total,
        reason,
        by_user_id: userOf(stage, by).id,
      })}`;
    from_total = to_total;
  }
  await tx`
    update accounts set ${tx({
      card_holder_name: card.holder,
      card_last4: card.last4,
      billing_email: card.billingEmail,
      card_holder_user_id: card.userEmail ? userOf(stage, card.userEmail).id : null,
    })} where id = ${accountId}`;
}
