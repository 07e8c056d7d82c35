import { randomUUID } from "node:crypto";
import { createPasswordLinkAction } from "#app/(account)/admin/users/actions";
import { HelpLink } from "#components/help/help-link";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { PasswordLinkForm } from "#components/users/password-link-form";
import { baseUrl } from "#lib/base-url";
import { found } from "#lib/found";
import { whyNotSentence } from "#lib/refusal";
import { requireAdmin } from "#lib/session";
import { getPasswordLinkPage } from "#lib/users/password-link-page";

export default async function PasswordLinkPage(props: PageProps<"/admin/users/[id]/link">) {
  const actor = await requireAdmin();
  const { id } = await props.params;
  const { user, whyNot } = await found(id, (userId) => getPasswordLinkPage(actor, userId));
  return (
    <>
      <PageHeader
        title={`Password link for ${user.name}`}
        description={user.email}
        aside={<HelpLink page="adding-a-user" />}
        breadcrumb={[
          { label: "Admin", href: "/admin" },
          { label: "Manage Users", href: "/admin/users" },
        ]}
      />
      {whyNot ? (
        <Notice
          title={whyNotSentence(whyNot, { name: user.name })}
          actions={<ButtonLink href="/admin/users">Back to Manage Users</ButtonLink>}
        />
      ) : (
        <PasswordLinkForm
          action={createPasswordLinkAction}
          userId={user.id}
          requestId={randomUUID()}
          baseUrl={baseUrl()}
        />
      )}
    </>
  );
}
