import { randomUUID } from "node:crypto";
import { createPasswordLinkAction } from "#app/(account)/admin/users/actions";
import { PageHeader } from "#components/ui/page-header";
import { PasswordLinkForm } from "#components/users/password-link-form";
import { baseUrl } from "#lib/base-url";
import { found } from "#lib/found";
import { requireAdmin } from "#lib/session";
import { getPasswordLinkPage } from "#lib/users/password-link-page";

export default async function PasswordLinkPage(props: PageProps<"/admin/users/[id]/link">) {
  const actor = await requireAdmin();
  const { id } = await props.params;
  const { user } = await found(id, (userId) => getPasswordLinkPage(actor, userId));
  return (
    <>
      <PageHeader
        title={`Password link for ${user.name}`}
        description={user.email}
        breadcrumb={[
          { label: "Admin", href: "/admin" },
          { label: "Manage Users", href: "/admin/users" },
        ]}
      />
      <PasswordLinkForm
        action={createPasswordLinkAction}
        userId={user.id}
        requestId={randomUUID()}
        baseUrl={baseUrl()}
      />
    </>
  );
}
