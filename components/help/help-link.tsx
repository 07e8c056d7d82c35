import { helpHref } from "#lib/help/help-page";
import type { HelpSlug } from "#lib/help/subjects";

type HelpLinkProps = { page: HelpSlug; children?: string };

/** To the help about the thing at hand. A plain link: a form half filled in is there on the way back. */
export function HelpLink({ page, children = "How this works" }: HelpLinkProps) {
  return (
    <a className="help-link" href={helpHref(page)}>
      <svg width="14" height="14" viewBox="0 0 14 14" fill="none" aria-hidden="true">
        <circle cx="7" cy="7" r="6.25" stroke="currentColor" strokeWidth="1.25" />
        <path
          d="M5.25 5.4c0-1 .75-1.65 1.75-1.65s1.75.65 1.75 1.6c0 1.4-1.75 1.4-1.75 2.65"
          stroke="currentColor"
          strokeWidth="1.25"
        />
        <circle cx="7" cy="10" r="0.8" fill="currentColor" />
      </svg>
      {children}
    </a>
  );
}
