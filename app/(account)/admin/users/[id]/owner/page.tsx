import { randomUUID } from "node:crypto";
import { makeOwnerAction } from "#app/(account)/admin/users/actions";
import { HelpLink } from "#components/help/help-link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { BackToUsers } from "#components/users/back-to-users";
import { MakeOwnerForm } from "#components/users/make-owner-form";
import { usersTrail } from "#components/users/users-trail";
import { found } from "#lib/found";
import { whyNotSentence } from "#lib/refusal";
import { requireAdmin } from "#lib/session";
import { getMakeOwnerPage } from "#lib/users/make-owner-page";

export default async function MakeOwnerPage(props: PageProps<"/admin/users/[id]/owner">) {
  const actor = await requireAdmin();
  const { id } = await props.params;
  const { user, owners, whyNot } = await found(id, (userId) => getMakeOwnerPage(actor, userId));
  return (
    <>
      <PageHeader
        title={`Make ${user.name} an Account Owner`}
        description={user.email}
        aside={<HelpLink page="account-owners">What an Account Owner is</HelpLink>}
        breadcrumb={usersTrail}
      />
      {whyNot ? (
        <Notice
          tone="warn"
          title={whyNotSentence(whyNot, { name: user.name })}
          actions={<BackToUsers />}
        />
      ) : (
        <>
          <Section title="What changes">
            <ul className="list">
              <li>{user.name} can make other admins Account Owners too.</li>
              <li>
                {user.name} cannot be made inactive any more, and stays an admin. Only support can
                lift that status.
              </li>
              <li>
                Account Owners now: {owners}. They and {user.name} are told by e-mail.
              </li>
            </ul>
          </Section>
          <MakeOwnerForm action={makeOwnerAction} userId={user.id} requestId={randomUUID()} />
        </>
      )}
    </>
  );
}
