import { whyNotReady } from "#lib/health";

export const dynamic = "force-dynamic";

/** For a watchdog and a load balancer: answering at all is liveness, 200 is readiness. */
export async function GET(): Promise<Response> {
  const why = await whyNotReady();
  const body = why ? { live: true, ready: false, why } : { live: true, ready: true };
  return Response.json(body, {
    status: why ? 503 : 200,
    headers: { "cache-control": "no-store" },
  });
}
