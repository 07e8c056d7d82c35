import { randomUUID } from "node:crypto";
import { redirect } from "next/navigation";
import { makeRecoveryCodesAction } from "#app/(account)/sign-ins/two-step/actions";
import { HelpLink } from "#components/help/help-link";
import { MakeRecoveryCodesForm } from "#components/second-steps/make-recovery-codes-form";
import { PageHeader } from "#components/ui/page-header";
import { getSecondStepPage } from "#lib/second-steps/second-step-page";
import { requireMember } from "#lib/session";

export default async function RecoveryCodesPage() {
  const actor = await requireMember();
  const { onSince, recoveryCodesLeft } = await getSecondStepPage(actor);
  if (!onSince) redirect("/sign-ins/two-step");
  return (
    <>
      <PageHeader
        title="Recovery codes"
        aside={<HelpLink page="two-step-sign-in">What they are for</HelpLink>}
        breadcrumb={[
          { label: "My sign-ins", href: "/sign-ins" },
          { label: "Two-step sign-in", href: "/sign-ins/two-step" },
        ]}
      />
      <MakeRecoveryCodesForm
        action={makeRecoveryCodesAction}
        requestId={randomUUID()}
        owner={{ accountName: actor.accountName, email: actor.email }}
        recoveryCodesLeft={recoveryCodesLeft}
      />
    </>
  );
}
