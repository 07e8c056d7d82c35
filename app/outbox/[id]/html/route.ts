import { notFound } from "next/navigation";
import { findInOutbox } from "#lib/mail/outbox";

/** A mail's HTML as a mail program shows it: with its own style, and with nothing else allowed. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/outbox/[id]/html">,
): Promise<Response> {
  const { id } = await params;
  const letter = await findInOutbox(id);
  if (!letter) notFound();
  return new Response(letter.html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
      "cache-control": "no-store",
    },
  });
}
