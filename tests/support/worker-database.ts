import { inject } from "vitest";
import { cloneTemplate, testDatabase } from "#tests/support/database";

await cloneTemplate();

// Before any module of the product is loaded: it connects by these.
process.env.HANDOVER_APP_URL = testDatabase().appUrl;
process.env.HANDOVER_AGENT_URL = testDatabase().agentUrl;
process.env.HANDOVER_WORKER_URL = testDatabase().workerUrl;
process.env.HANDOVER_SECRET = inject("secret");
process.env.NEXTAUTH_SECRET = inject("secret");
