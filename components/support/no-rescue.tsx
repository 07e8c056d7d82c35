import { ButtonLink } from "#components/ui/button";
import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { listText, plural } from "#lib/plurals";
import { whyNotSentence } from "#lib/refusal";
import type { RescuePage } from "#lib/support/rescue-page";

type NoRescueProps = Pick<RescuePage, "whyNot" | "openCase" | "admins" | "activeAdmins"> & {
  home: string;
};

/** Why nobody is proposed here, and who acts instead. */
export function NoRescue({ whyNot, openCase, admins, activeAdmins, home }: NoRescueProps) {
  const back = <ButtonLink href={home}>Back to the account</ButtonLink>;
  if (!whyNot) {
    return (
      <Notice
        tone="warn"
        title="There is nobody who could become an Account Owner: no other active user has ever signed in."
        actions={back}
      >
        Somebody who was invited signs in with the link they were sent, or with a new password. Then
        they can be proposed here.
      </Notice>
    );
  }
  if (openCase !== null) {
    return (
      <Notice tone="warn" title={whyNotSentence(whyNot)} actions={back}>
        <TextLink href={`/support/cases/${openCase}`}>Case {openCase}</TextLink>
      </Notice>
    );
  }
  const more = activeAdmins - admins.length;
  const names = admins.map(({ name }) => name);
  return (
    <Notice
      tone="warn"
      title={`The account can help itself: ${activeAdmins === 1 ? "an admin is" : `${plural(activeAdmins, "admin")} are`} active.`}
      actions={back}
    >
      <bdi>{listText(more > 0 ? [...names, `${more} more`] : names)}</bdi> can ask under Admin,
      Account Owner request. Nobody is proposed from here.
    </Notice>
  );
}
