import { randomUUID } from "node:crypto";
import { createPasswordLinkAction } from "#app/(account)/admin/users/actions";
import { HelpLink } from "#components/help/help-link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { BackToUsers } from "#components/users/back-to-users";
import { PasswordLinkForm } from "#components/users/password-link-form";
import { usersTrail } from "#components/users/users-trail";
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
        breadcrumb={usersTrail}
      />
      {whyNot ? (
        <Notice title={whyNotSentence(whyNot, { name: user.name })} actions={<BackToUsers />} />
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
