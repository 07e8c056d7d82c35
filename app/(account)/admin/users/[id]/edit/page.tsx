import { randomUUID } from "node:crypto";
import { z } from "zod";
import {
  agreeToEmailAction,
  editUserAction,
  endEmailChangeAction,
} from "#app/(account)/admin/users/actions";
import { EditUserView } from "#components/users/edit-user-view";
import { found } from "#lib/found";
import { searchText } from "#lib/input";
import { isReadOnly } from "#lib/read-only";
import { readerOf } from "#lib/reader";
import { requireAdmin } from "#lib/session";
import { getEditPage } from "#lib/users/edit-page";

const searchSchema = z.object({
  done: z.uuid().optional().catch(undefined),
  colleague: searchText,
  again: z.literal("yes").optional().catch(undefined),
});

export default async function EditUserPage(props: PageProps<"/admin/users/[id]/edit">) {
  const actor = await requireAdmin();
  const { id } = await props.params;
  const { done, colleague, again } = searchSchema.parse(await props.searchParams);
  const page = await found(id, (userId) => getEditPage(actor, userId, { done, colleague }));
  return (
    <EditUserView
      {...page}
      again={again}
      isSelf={page.user.id === actor.userId}
      isReadOnly={isReadOnly(actor)}
      actorIsOwner={actor.isOwner}
      dates={await readerOf(actor.timeZone)}
      requestId={randomUUID()}
      action={editUserAction}
      endAction={endEmailChangeAction}
      agreeAction={agreeToEmailAction}
    />
  );
}
