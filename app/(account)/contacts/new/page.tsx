import { randomUUID } from "node:crypto";
import { addContactAction } from "#app/(account)/contacts/actions";
import { AddContactForm } from "#components/contacts/add-contact-form";
import { contactsTrail } from "#components/contacts/contacts-trail";
import { HelpLink } from "#components/help/help-link";
import { HeldUp } from "#components/shell/held-up";
import { PageHeader } from "#components/ui/page-header";
import { FindColleagues } from "#components/users/find-colleagues";
import { searchText } from "#lib/input";
import { isReadOnly } from "#lib/read-only";
import { requireMember } from "#lib/session";
import { getChoosableColleagues } from "#lib/users/choosable-colleagues";

const nobody = { shown: [], hasMore: false, search: "" };

export default async function NewContactPage(props: PageProps<"/contacts/new">) {
  const actor = await requireMember();
  const search = searchText.parse((await props.searchParams).colleague);
  const colleagues = actor.role === "admin" ? await getChoosableColleagues(actor, search) : nobody;
  return (
    <>
      <PageHeader
        title="Add contact"
        aside={<HelpLink page="adding-contacts" />}
        breadcrumb={contactsTrail}
      />
      <HeldUp isReadOnly={isReadOnly(actor)} isAdmin={actor.role === "admin"}>
        <FindColleagues
          colleagues={colleagues}
          path="/contacts/new"
          then="the assignee is then chosen from whom you found."
        />
        <AddContactForm
          action={addContactAction}
          requestId={randomUUID()}
          colleagues={colleagues.shown}
        />
      </HeldUp>
    </>
  );
}
