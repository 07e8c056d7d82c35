import { ButtonLink } from "#components/ui/button";

type PaginationProps = { label: string; range: string; previousHref?: string; nextHref?: string };

/** Where one is in a long list, and the ways on. */
export function Pagination({ label, range, previousHref, nextHref }: PaginationProps) {
  return (
    <nav className="pages" aria-label={`Pages of ${label}`}>
      <span>{range}</span>
      {(previousHref || nextHref) && (
        <span className="cluster">
          <PageLink href={previousHref} rel="prev" text="Previous" />
          <PageLink href={nextHref} rel="next" text="Next" />
        </span>
      )}
    </nav>
  );
}

function PageLink({ href, rel, text }: { href: string | undefined; rel: string; text: string }) {
  if (href) {
    return (
      <ButtonLink size="sm" href={href} rel={rel}>
        {text}
      </ButtonLink>
    );
  }
  return (
    <span className="btn btn-sm" aria-disabled="true">
      {text}
    </span>
  );
}
