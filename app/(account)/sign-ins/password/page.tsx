import { randomUUID } from "node:crypto";
import { changePasswordAction } from "#app/(account)/sign-ins/actions";
import { HelpLink } from "#components/help/help-link";
import { ChangePasswordForm } from "#components/sessions/change-password-form";
import { PageHeader } from "#components/ui/page-header";
import { requireMember } from "#lib/session";

export default async function ChangePasswordPage() {
  const actor = await requireMember();
  return (
    <>
      <PageHeader
        title="Change password"
        aside={<HelpLink page="passwords">Which ones work</HelpLink>}
        description="Your other sign-ins end with the old password; this one stays."
        breadcrumb={[{ label: "My sign-ins", href: "/sign-ins" }]}
      />
      <ChangePasswordForm
        action={changePasswordAction}
        email={actor.email}
        requestId={randomUUID()}
      />
    </>
  );
}
