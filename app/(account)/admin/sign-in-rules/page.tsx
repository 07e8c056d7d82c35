import { randomUUID } from "node:crypto";
import {
  requireSecondStepAction,
  stopRequiringSecondStepAction,
} from "#app/(account)/admin/sign-in-rules/actions";
import { SignInRulesView } from "#components/accounts/sign-in-rules-view";
import { getSignInRulesPage } from "#lib/accounts/sign-in-rules-page";
import { readerOf } from "#lib/reader";
import { requireAdmin } from "#lib/session";

export default async function SignInRulesPage(props: PageProps<"/admin/sign-in-rules">) {
  const actor = await requireAdmin();
  const { changed } = await props.searchParams;
  const page = await getSignInRulesPage(actor);
  return (
    <SignInRulesView
      {...page}
      actor={actor}
      isChanged={changed === "yes"}
      dates={await readerOf(actor.timeZone)}
      requireAction={requireSecondStepAction}
      stopAction={stopRequiringSecondStepAction}
      requestId={randomUUID()}
    />
  );
}
