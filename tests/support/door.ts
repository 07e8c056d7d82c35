import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { freePort } from "#tests/support/e2e-server";

/** A fixed port in front of a database that gets a new port at each start. */
export async function openDoor(portOfDatabase: () => number) {
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
