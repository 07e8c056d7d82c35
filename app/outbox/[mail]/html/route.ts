import { notFound } from "next/navigation";
import { findInOutbox } from "#lib/mail/outbox";

/** A mail's HTML as a mail program shows it, with its own style (lib/http/security-headers.ts). */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/outbox/[mail]/html">,
): Promise<Response> {
  const { mail } = await params;
  const letter = await findInOutbox(mail);
  if (!letter) notFound();
  return new Response(letter.html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
    },
  });
}
