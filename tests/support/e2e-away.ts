import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import postgres from "postgres";
import { startDatabase } from "#db/embedded";
import { migrate } from "#db/migrate";
import { roleUrl } from "#db/urls";
import { type Account, openAccount } from "#tests/support/e2e-account";
import { freePort, startServer } from "#tests/support/e2e-server";

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

/** A fixed port in front of a database that gets a new port at each start. */
async function openDoor(portOfDatabase: () => number) {
  const port = await freePort();
  const sockets = new Set<Socket>();
  const door = createServer((outside) => {
    const inside = connect(portOfDatabase(), "127.0.0.1");
    join(outside, inside);
    join(inside, outside);
  });
  function join(one: Socket, other: Socket): void {
    sockets.add(one);
    one.pipe(other);
    one.on("error", () => other.destroy());
    one.on("close", () => {
      sockets.delete(one);
      other.destroy();
    });
  }
  door.listen(port, "127.0.0.1");
  await once(door, "listening");
  return {
    port,
    close() {
      for (const socket of sockets) socket.destroy();
      door.close();
    },
  };
}
