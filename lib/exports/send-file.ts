import { describeError } from "#lib/http/describe-error";
import { log } from "#lib/log";
import { Refusal } from "#lib/refusal";

/** An answer that the browser keeps as a file, written while it is sent. */
export function sendFile(
  pieces: AsyncGenerator<string, void, void>,
  { name, contentType }: { name: string; contentType: string },
): Response {
  return new Response(streamOf(pieces), {
    headers: {
      "content-type": contentType,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}

/** Asks for a piece when the one before is being sent, and for none when the client has gone away. */
function streamOf(pieces: AsyncGenerator<string, void, void>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next().catch(noteCut);
        if (done) controller.close();
        else controller.enqueue(Buffer.from(value));
      },
      async cancel() {
        await pieces.return();
      },
    },
    { highWaterMark: 1 },
  );
}

/** The answer is under way, so all that can be done is to cut it; nothing else would say why. */
function noteCut(error: unknown): never {
  if (error instanceof Refusal) log.info({ why: error.code }, "An export was cut off.");
  else log.error({ error: describeError(error) }, "An export was cut off.");
  throw error;
}
