import { randomUUID } from "node:crypto";
import { IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { acceptUpload, isUpload } from "#lib/http/accept-upload";
import { compress } from "#lib/http/compress";
import { describeError } from "#lib/http/describe-error";
import { errorPage } from "#lib/http/error-page";
import { leadByGet } from "#lib/http/lead-by-get";
import { logRequest } from "#lib/http/log-request";
import { hasBody, isWhole, readBody, withBody, withoutBody } from "#lib/http/read-body";
import { formUnreadable, ourFault, type Refused, refusedByNext } from "#lib/http/refused";
import { passAs, replaceBlankDocument, wantsDocument } from "#lib/http/replace-blank-document";
import { setHeaders } from "#lib/http/set-headers";
import { allowedMethods, whyRefuseRequest } from "#lib/http/why-refuse-request";
import { log } from "#lib/log";

export type Render = (request: IncomingMessage, response: ServerResponse) => Promise<unknown>;

/**
 * Pages that show as a whole what Next shows only after its JavaScript has run. An address without
 * a page of its own gets `app/not-found.tsx`, whole as well.
 */
const wholePages: Record<number, string> = { 403: "/forbidden", 404: "/not-found" };

/**
 * Help has a page of its own for that: it is read by people who are not signed in, too. So has the
 * support console, whose people are nobody in an account.
 */
function wholePageOf(status: number, url = ""): string | undefined {
  const page = wholePages[status];
  if (status === 404 && url.startsWith("/help/")) return "/help/not-found";
  return page && url.startsWith("/support/") ? `/support${page}` : page;
}

/** What happens to every request before and after Next renders it. */
export function answerWith(render: Render, dev: boolean): RequestListener {
  return async (request, response) => {
    const requestId = randomUUID();
    logRequest(request, response, requestId);
    const refused = whyRefuseRequest(request);
    setHeaders(request, response, requestId, dev);
    leadByGet(request, response);
    try {
      if (refused) return refuse(response, refused, requestId);
      const whole = isUpload(request) ? acceptUpload(request) : await wholeRequest(request);
      if (!(whole instanceof IncomingMessage)) return refuse(response, whole, requestId);
      if (dev) await render(whole, response);
      else await renderHonestly(render, whole, response, requestId);
    } catch (error) {
      fail(error, response, requestId);
    }
  };
}

/** The request with all that was sent, or why it goes no further. */
async function wholeRequest(request: IncomingMessage): Promise<IncomingMessage | Refused> {
  if (!hasBody(request)) return request;
  const body = await readBody(request);
  if (!Buffer.isBuffer(body)) return body;
  return isWhole(request, body) ? withBody(request, body) : formUnreadable;
}

async function renderHonestly(
  render: Render,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  compress(request, response);
  if (wantsDocument(request)) {
    replaceBlankDocument(response, (status) => {
      const apologise = () => refuse(response, refusedByNext(status), requestId);
      const page = wholePageOf(status, request.url);
      if (!page) return apologise();
      passAs(status, response, apologise);
      render(withoutBody(request, page), response).catch((error) =>
        fail(error, response, requestId),
      );
    });
  }
  await render(request, response);
}

function fail(error: unknown, response: ServerResponse, requestId: string): void {
  if (response.destroyed) return;
  log.error({ id: requestId, error: describeError(error) }, "The server failed.");
  if (response.headersSent) response.destroy();
  else refuse(response, ourFault, requestId);
}

function refuse(response: ServerResponse, refused: Refused, requestId: string): void {
  response.statusCode = refused.status;
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("cache-control", "no-store");
  if (refused.status === 405) response.setHeader("allow", allowedMethods.join(", "));
  // More may still be coming, which nobody reads.
  if ([408, 413].includes(refused.status)) response.setHeader("connection", "close");
  response.end(errorPage(refused, requestId));
}
