import { isDatabaseAnswering } from "#lib/health";

export const dynamic = "force-dynamic";

/** For a watchdog and a load balancer: answering at all is liveness, 200 is readiness. */
export async function GET(): Promise<Response> {
  const ready = await isDatabaseAnswering();
  const body = ready
    ? { live: true, ready }
    : { live: true, ready, why: "The database does not answer." };
  return Response.json(body, {
    status: ready ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
