import { HelpLink } from "#components/help/help-link";
import { HeldUp } from "#components/shell/held-up";
import { ButtonLink } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { BackToUsers } from "#components/users/back-to-users";
import { EditUserForm, type EditUserFormProps } from "#components/users/edit-user-form";
import {
  EmailChangeStatus,
  type EmailChangeStatusProps,
} from "#components/users/email-change-status";
import { type Colleagues, FindColleagues } from "#components/users/find-colleagues";
import { usersTrail } from "#components/users/users-trail";
import { eventSentence } from "#lib/audit/event-sentence";
import type { AuditEvent } from "#lib/audit/events";
import { ownerRequestHref } from "#lib/hrefs";
import { type RefusalCode, whyNotSentence } from "#lib/refusal";

type EditUserViewProps = Omit<
  EditUserFormProps,
  "roleIsKept" | "emailIsKept" | "user" | "colleagues"
> & {
  user: EditUserFormProps["user"] & { status: "active" | "inactive"; isOwner: boolean };
  /** What was just done, from the account log. */
  done: AuditEvent | null;
  change: EmailChangeStatusProps["change"] | null;
  whyNot: Record<"edit" | "role" | "email" | "owner" | "resetSecondStep", RefusalCode | null>;
  actorIsOwner: boolean;
  /** Set where the page is opened again after a refusal; the form's own post keeps it. */
  again?: "yes";
  /** Those of whom one can be the default successor. */
  colleagues: Colleagues<EditUserFormProps["colleagues"][number]>;
  isReadOnly: boolean;
} & Pick<EmailChangeStatusProps, "dates" | "endAction" | "agreeAction">;

/** "Edit NAME": what may be changed, what is on its way, and the steps that have pages of their own. */
export function EditUserView(props: EditUserViewProps) {
  const { user, done, change, whyNot, colleagues } = props;
  const path = `/admin/users/${user.id}`;
  const sentenceOf = (code: RefusalCode | null) =>
    code && whyNotSentence(code, { name: user.name });
  return (
    <>
      <PageHeader
        title={`Edit ${user.name}`}
        description={user.email}
        aside={<HelpLink page="editing-a-user" />}
        breadcrumb={usersTrail}
      />
      {done && <Notice tone="ok" focus title={eventSentence(done)} actions={<BackToUsers />} />}
      {whyNot.edit ? (
        <Notice
          tone="warn"
          title={sentenceOf(whyNot.edit)}
          actions={<ButtonLink href={`${path}/reactivate`}>Make Active</ButtonLink>}
        />
      ) : (
        <>
          {change && (
            <EmailChangeStatus
              {...props}
              change={change}
              userId={user.id}
              canEnd={whyNot.email === null}
              canAgree={props.actorIsOwner && !props.isSelf}
            />
          )}
          <HeldUp isReadOnly={props.isReadOnly} isAdmin>
            <FindColleagues
              colleagues={colleagues}
              path={`${path}/edit`}
              then="the default successor is then chosen from whom you found."
            />
            <EditUserForm
              // Asked for again, the form begins with the present values.
              key={props.again}
              {...props}
              colleagues={colleagues.shown}
              roleIsKept={sentenceOf(whyNot.role)}
              emailIsKept={sentenceOf(whyNot.email)}
            />
          </HeldUp>
          {whyNot.resetSecondStep === null && (
            <Section title="Two-step sign-in">
              <p>
                {user.name} signs in with a code of an authenticator app besides the password. If
                the phone is lost and no recovery code is left, reset it.
              </p>
              <p className="cluster">
                <ButtonLink href={`${path}/second-step`}>Reset two-step sign-in</ButtonLink>
              </p>
            </Section>
          )}
          {user.isOwner && (
            <Section title="Account Owner">
              <p>
                {user.name} cannot be made inactive and stays an admin. If {user.name} is to leave,
                ask support to lift that status: every Account Owner is told of it.
              </p>
              <p className="cluster">
                <ButtonLink href={ownerRequestHref(user.id)}>Account Owner request</ButtonLink>
              </p>
            </Section>
          )}
          {whyNot.owner === null && (
            <Section title="Account Owner">
              <p>
                Account Owners cannot be made inactive, and only support can lift that status. An
                account can have several.
              </p>
              <p className="cluster">
                <ButtonLink href={`${path}/owner`}>Make {user.name} an Account Owner</ButtonLink>
              </p>
            </Section>
          )}
        </>
      )}
    </>
  );
}
