import { randomUUID } from "node:crypto";
import { z } from "zod";
import { endOtherSessionsAction, endSessionAction } from "#app/(account)/sign-ins/actions";
import { SignInsView } from "#components/sessions/sign-ins-view";
import { readerOf } from "#lib/reader";
import { requireMember } from "#lib/session";
import { getSessionsPage } from "#lib/sessions/sessions-page";

const searchSchema = z.object({ done: z.uuid().nullable().catch(null) });

export default async function SignInsPage(props: PageProps<"/sign-ins">) {
  const actor = await requireMember();
  const { done } = searchSchema.parse(await props.searchParams);
  return (
    <SignInsView
      {...(await getSessionsPage(actor, done))}
      dates={await readerOf(actor.timeZone)}
      requestId={randomUUID()}
      endSession={endSessionAction}
      endOtherSessions={endOtherSessionsAction}
    />
  );
}
