import postgres from "postgres";
import { startDatabase } from "#db/embedded";
import { migrate } from "#db/migrate";
import { roleUrl } from "#db/urls";
import { openDoor } from "#tests/support/door";
import { type Account, openAccount } from "#tests/support/e2e-account";
import { startServer } from "#tests/support/e2e-server";

const secret = "only for this story, and long enough";

export type OwnServer = {
  url: string;
  account: Account;
  stopDatabase(): Promise<void>;
  startDatabase(): Promise<void>;
};

/** A server with a database of its own, which the story stops and starts; both end with it. */
export async function withOwnDatabase(
  name: string,
  story: (own: OwnServer) => Promise<void>,
): Promise<void> {
  const start = () => startDatabase(`.data/test-away/${name}`, { durable: false });
  let database = await start();
  const door = await openDoor(() => Number(new URL(database.ownerUrl).port));
  try {
    const env = { HANDOVER_SECRET: secret };
    await migrate(database.ownerUrl, env);
    const sql = postgres(database.ownerUrl, { max: 1, onnotice: () => {} });
    const account = await openAccount(sql).finally(() => sql.end());
    const appUrl = new URL(roleUrl("handover_app", env, database.ownerUrl));
    appUrl.port = String(door.port);
    const log = `test-results/server-${name}.log`;
    const server = await startServer({ appUrl: appUrl.href, secret, log });
    await story({
      url: server.url,
      account,
      stopDatabase: () => database.stop(),
      startDatabase: async () => {
        database = await start();
      },
    }).finally(() => server.stop());
  } finally {
    door.close();
    await database.stop();
  }
}
