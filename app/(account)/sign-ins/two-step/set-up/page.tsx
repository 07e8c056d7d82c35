import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { turnOnSecondStepAction } from "#app/(account)/sign-ins/two-step/actions";
import { SetUpView } from "#components/second-steps/set-up-view";
import type { Member } from "#lib/actor";
import { setUpCookie } from "#lib/auth";
import { appAddress } from "#lib/second-steps/app-code";
import { qrCode } from "#lib/second-steps/qr-code";
import { getSecondStepPage } from "#lib/second-steps/second-step-page";
import { readSetUpTicket } from "#lib/second-steps/set-up-ticket";
import { requireMember } from "#lib/session";

/** For a quarter of an hour after the password, to whoever entered it here. */
export default async function SetUpPage() {
  const actor = await requireMember();
  const { onSince } = await getSecondStepPage(actor);
  const setUp = await findSetUp(actor);
  if (!onSince && !setUp) redirect("/sign-ins/two-step");
  return (
    <SetUpView
      setUp={setUp}
      isAnother={onSince !== null}
      owner={{ accountName: actor.accountName, email: actor.email }}
      action={turnOnSecondStepAction}
      requestId={randomUUID()}
    />
  );
}

async function findSetUp(actor: Member) {
  const ticket = (await cookies()).get(setUpCookie.name)?.value ?? "";
  const appSecret = await readSetUpTicket(actor, ticket);
  if (!appSecret) return null;
  const address = appAddress(appSecret, actor);
  return { appSecret, address, qr: qrCode(address) };
}
