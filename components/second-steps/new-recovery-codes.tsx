import { ButtonLink } from "#components/ui/button";
import { CopyButton } from "#components/ui/copy-button";
import { Notice } from "#components/ui/notice";

/** Whose codes they are, as the file that they are saved in says. */
export type CodesOwner = { accountName: string; email: string };

type NewRecoveryCodesProps = { title: string; codes: string[]; owner: CodesOwner };

/** The one time that recovery codes are shown: to copy, to save, to print. */
export function NewRecoveryCodes({ title, codes, owner }: NewRecoveryCodesProps) {
  const text = codes.join("\n");
  const file = [
    `Recovery codes for Handover (${owner.accountName}), ${owner.email}`,
    "Each signs you in once in place of a code from your app. Keep them to yourself.",
    "",
    ...codes,
    "",
  ].join("\r\n");
  return (
    <div className="stack">
      <Notice tone="ok" focus title={title}>
        Save these recovery codes now: they are not shown again. Each signs you in once, in place of
        a code from your app, if you lose it.
      </Notice>
      <ul className="codes" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="hint">
        For Handover ({owner.accountName}), {owner.email}
      </p>
      <div className="cluster">
        <ButtonLink variant="primary" href="/sign-ins/two-step">
          I have saved them
        </ButtonLink>
        <a
          className="btn btn-secondary"
          download="handover-recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
        >
          Save as a text file
        </a>
        <CopyButton label="Copy all" value={text} />
      </div>
    </div>
  );
}
