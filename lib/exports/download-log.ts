import type { Member } from "#lib/actor";
import { exportLog } from "#lib/exports/export-log";
import { exportFileName } from "#lib/exports/file-name";
import { formats } from "#lib/exports/formats";
import { logPieces } from "#lib/exports/log-pieces";
import type { ExportLog } from "#lib/exports/schema";
import { describeError } from "#lib/http/describe-error";
import { log } from "#lib/log";
import { Refusal } from "#lib/refusal";

/** The account log as a file, written while it is sent. */
export async function downloadLog(actor: Member, input: ExportLog): Promise<Response> {
  const { id, at } = await exportLog(actor, input);
  return new Response(streamOf(logPieces(actor, input, id)), {
    headers: {
      "content-type": formats[input.format].contentType,
      "content-disposition": `attachment; filename="${exportFileName(actor, at, input.format)}"`,
      "cache-control": "no-store",
    },
  });
}

/** Asks for a piece when the one before is being sent, and for none when the client has gone away. */
export function streamOf(pieces: AsyncGenerator<string, void, void>): ReadableStream<Uint8Array> {
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
