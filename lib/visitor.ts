import { headers } from "next/headers";
import { deviceName } from "#lib/sessions/device";
import type { Visitor } from "#lib/sessions/start-session";

/** With what and from where this request comes; the address is the one our own server saw. */
export async function getVisitor(): Promise<Visitor> {
  const all = await headers();
  return {
    device: deviceName(all.get("user-agent")),
    address: all.get("x-handover-address") ?? "unknown",
  };
}
