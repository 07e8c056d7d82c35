import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { turnOffSecondStepAction } from "#app/(account)/sign-ins/two-step/actions";
import { TurnOffSecondStepForm } from "#components/second-steps/turn-off-second-step-form";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { whyNotSentence } from "#lib/refusal";
import { getSecondStepPage } from "#lib/second-steps/second-step-page";
import { requireMember } from "#lib/session";

export default async function TurnOffPage() {
  const actor = await requireMember();
  const { onSince, whyNotOff } = await getSecondStepPage(actor);
  if (!onSince) redirect("/sign-ins/two-step?after=off");
  return (
    <>
      <PageHeader
        title="Turn off two-step sign-in"
        description="From then on your password alone signs you in. Your recovery codes stop counting."
        breadcrumb={[
          { label: "My sign-ins", href: "/sign-ins" },
          { label: "Two-step sign-in", href: "/sign-ins/two-step" },
        ]}
      />
      {whyNotOff ? (
        <Notice
          title={whyNotSentence(whyNotOff)}
          actions={<ButtonLink href="/sign-ins/two-step">Back to two-step sign-in</ButtonLink>}
        />
      ) : (
        <TurnOffSecondStepForm action={turnOffSecondStepAction} requestId={randomUUID()} />
      )}
    </>
  );
}
