import type { UserTableRowProps } from "#components/users/user-table-row";
import { helpHref } from "#lib/help/help-page";
import { ownerRequestHref } from "#lib/hrefs";
import { whyNotCreatePasswordLink, whyNotEdit, whyNotInactivate } from "#lib/users/rules";

/** What can be done with a user from the row, by the rules that the server refuses by. */
export function UserRowLinks({ user, actor }: Omit<UserTableRowProps, "dates">) {
  const path = `/admin/users/${user.id}`;
  if (user.status === "inactive") {
    return (
      <>
        <a className="link" href={`${path}/reactivate`} aria-label={`Make Active: ${user.name}`}>
          Make Active
        </a>
        <a className="link" href={`${path}/inactivate`} aria-label={`What happened: ${user.name}`}>
          What happened
        </a>
      </>
    );
  }
  const whyNot = whyNotInactivate(actor, user);
  return (
    <>
      {whyNotEdit(actor, user) === null && (
        <a className="link" href={`${path}/edit`} aria-label={`Edit: ${user.name}`}>
          Edit
        </a>
      )}
      {whyNotCreatePasswordLink(actor, user) === null && (
        <a className="link" href={`${path}/link`} aria-label={`Password link: ${user.name}`}>
          Password link
        </a>
      )}
      {whyNot === null && (
        <a className="link" href={`${path}/inactivate`} aria-label={`Make Inactive: ${user.name}`}>
          Make Inactive
        </a>
      )}
      {whyNot === "user_is_owner" && (
        <span className="hint whitespace-normal">
          Account Owner: cannot be made inactive.{" "}
          <a
            className="link"
            href={ownerRequestHref(user.id)}
            aria-label={`Ask support to lift that status: ${user.name}`}
          >
            Ask support to lift that status
          </a>
          {". "}
          <a
            className="link"
            href={helpHref("account-owners")}
            aria-label={`Why? ${user.name} is an Account Owner`}
          >
            Why?
          </a>
        </span>
      )}
      {whyNot === "user_is_self" && (
        <span className="hint">Another admin can make you inactive</span>
      )}
    </>
  );
}
