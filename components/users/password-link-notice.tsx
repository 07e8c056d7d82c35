import type { ReactNode } from "react";
import { CopyField } from "#components/ui/copy-field";
import { Notice } from "#components/ui/notice";
import { BackToUsers } from "#components/users/back-to-users";

type PasswordLinkNoticeProps = {
  title: string;
  url: string;
  /** What else came of it. */
  children?: ReactNode;
};

/** The single-use link, shown to the admin who asked for it. */
export function PasswordLinkNotice({ title, url, children }: PasswordLinkNoticeProps) {
  return (
    <div className="stack">
      <Notice tone="ok" focus title={title}>
        A mail with a link to choose a password is on its way. The same link stands below, in case
        the mail does not arrive: it works once, for seven days.
        {children && <p className="mt-1">{children}</p>}
      </Notice>
      <CopyField label="Link to choose a password" value={url} />
      <div className="cluster">
        <BackToUsers />
      </div>
    </div>
  );
}
