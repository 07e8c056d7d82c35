import { once } from "node:events";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

const PATIENCE = 60_000;

export type ReceivedMail = Email & { recipients: string[] };

export type MailServer = {
  url: string;
  /** All that were received, in order. */
  mails: ReceivedMail[];
  /** Addresses that are refused for good. */
  refuses: Set<string>;
  /** Called with each mail before it is accepted, so that a test can hold it or fail it. */
  before: (mail: ReceivedMail) => Promise<void>;
  /** Until so many mails have come to this address. */
  until(address: string, count?: number): Promise<ReceivedMail[]>;
  stop(): Promise<void>;
};

/** A real SMTP server on loopback; with a port it listens there again. */
export async function startMailServer(port = 0): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const refuses = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      if (!refuses.has(address)) return done();
      done(Object.assign(new Error("No such mailbox here"), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      receive(stream, recipients).then(() => done(), done);
    },
  });
  async function receive(stream: AsyncIterable<Uint8Array>, recipients: string[]): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of stream) chunks.push(chunk);
    const mail = { ...(await PostalMime.parse(Buffer.concat(chunks))), recipients };
    await mailServer.before(mail);
    mails.push(mail);
  }
  const sockets = new Set<Socket>();
  server.server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  // A client that is killed in the middle is no fault of the server.
  server.on("error", () => {});
  server.listen(port, "127.0.0.1");
  await once(server.server, "listening");
  const mailServer: MailServer = {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    refuses,
    before: async () => {},
    async until(address, count = 1) {
      for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await sleep(20)) {
        const found = mails.filter(({ recipients }) => recipients.includes(address));
        if (found.length >= count) return found;
      }
      throw new Error(`No ${count} mails came to ${address}.`);
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server.server, "close");
    },
  };
  return mailServer;
}
