import { afterAll, beforeAll } from "vitest";
import { type Jobs, runJobs } from "#lib/jobs/run-jobs";
import { type MailServer, startMailServer } from "#tests/support/mail-server";

/** For all tests of a file: a real mail server, and the jobs that send to it, in this process. */
export function withMailing() {
  let server: MailServer;
  let jobs: Jobs;
  beforeAll(async () => {
    server = await startMailServer();
    process.env.SMTP_URL = server.url;
    process.env.HANDOVER_URL = "https://handover.example.com";
    jobs = runJobs();
  });
  afterAll(async () => {
    await jobs.stop();
    await server.stop();
  });
  return {
    get server() {
      return server;
    },
    /** What is added meanwhile waits, and is done afterwards. */
    async whileJobsRest<T>(work: () => Promise<T>): Promise<T> {
      await jobs.stop();
      try {
        return await work();
      } finally {
        jobs = runJobs();
      }
    },
    /** Afterwards the mail server is back at its address, with what it had received forgotten. */
    async whileServerIsAway(work: () => Promise<void>): Promise<void> {
      const port = Number(new URL(server.url).port);
      await server.stop();
      try {
        await work();
      } finally {
        server = await startMailServer(port);
      }
    },
  };
}
