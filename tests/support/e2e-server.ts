import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE = 60_000;

type ServerOptions = {
  appUrl: string;
  secret: string;
  log: string;
  /** Where its mail goes, and whose queue it does. */
  mail?: { SMTP_URL: string; HANDOVER_WORKER_URL: string };
};
export type RunningServer = { url: string; stop(): Promise<void> };

/** `npm start` in a process of its own, on a free port, answering by the time this returns. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { appUrl, secret, log, mail } = options;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  mkdirSync(dirname(log), { recursive: true });
  const output = createWriteStream(log);
  const server = spawn(process.execPath, ["lib/commands/start.ts"], {
    env: {
      ...process.env,
      HANDOVER_APP_URL: appUrl,
      HANDOVER_SECRET: secret,
      HANDOVER_URL: url,
      ...mail,
      PORT: String(port),
      // Each test signs in from an address of its own: the throttle counts them apart.
      TRUST_PROXY: "1",
      // Those addresses, and this machine's own.
      SUPPORT_NETWORKS: "10.0.0.0/8, 127.0.0.0/8",
      LOG_LEVEL: "info",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [server.stdout, server.stderr]) stream.pipe(output, { end: false });
  const ended = once(server, "exit");
  await waitUntilReady(url, () => server.exitCode !== null, log);
  return {
    url,
    async stop() {
      server.kill("SIGTERM");
      await ended;
      output.end();
    },
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

async function waitUntilReady(url: string, hasEnded: () => boolean, log: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!hasEnded() && Date.now() < deadline) {
    const answer = await fetch(`${url}/api/health`).catch(() => null);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`The server did not get ready: see ${log}.`);
}
