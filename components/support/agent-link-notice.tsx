import { ButtonLink } from "#components/ui/button";
import { CopyField } from "#components/ui/copy-field";
import { Notice } from "#components/ui/notice";

/** The single-use link, shown once to the lead who asked for it. */
export function AgentLinkNotice({ title, url }: { title?: string; url: string }) {
  return (
    <div className="stack">
      <Notice tone="ok" focus title={title}>
        No mail is sent: pass the link on yourself, to nobody else. It works once, for seven days,
        and is shown only now. After the password comes the authenticator app.
      </Notice>
      <CopyField label="Link to choose a password" value={url} />
      <div className="cluster">
        <ButtonLink href="/support/agents">Back to the team</ButtonLink>
      </div>
    </div>
  );
}
