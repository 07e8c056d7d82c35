import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import type { Company } from "#tests/bench/company";
import { timed } from "#tests/bench/measure";
import type { Scratch } from "#tests/bench/scratch";

/**
 * Somebody who works on meanwhile, as handover_app on a connection of their own: edits one of the
 * contacts and adds another to the same user's, again and again. Answers how long each took, in ms.
 */
export function startBystander({ appUrl }: Scratch, company: Company, contactIds: string[]) {
  const sql = postgres(appUrl, { max: 1, onnotice: () => {} });
  const times: number[] = [];
  let isOver = false;
  const inAccount = (work: (tx: postgres.TransactionSql) => Promise<unknown>) =>
    sql.begin(async (tx) => {
      await tx`select set_config('app.account_id', ${company.accountId}, true)`;
      await work(tx);
    });
  const edit = (id: string) =>
    inAccount((tx) => tx`update contacts set city = 'Elsewhere' where id = ${id}`);
  const add = (n: number) =>
    inAccount(
      (tx) => tx`
        insert into contacts (account_id, book_id, last_name)
        select account_id, id, ${`Meanwhile ${n}`} from books
        where account_id = ${company.accountId} and assignee_id = ${company.userId} and is_main`,
    );

  const going = (async () => {
    for (let n = 0; !isOver; n++) {
      times.push(await timed(() => edit(contactIds[n % contactIds.length] ?? "")));
      times.push(await timed(() => add(n)));
      await sleep(5);
    }
    await sql.end();
  })();

  return {
    async stop(): Promise<number[]> {
      isOver = true;
      await going;
      return times;
    },
  };
}
