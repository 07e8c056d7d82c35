import { ButtonLink } from "#components/ui/button";

type PaginationProps = {
  label: string;
  range: string;
  /** It answers what one is typing, and is read aloud. */
  isResult?: boolean;
  previousHref?: string;
  nextHref?: string;
};

/** Where one is in a long list, and the ways on. */
export function Pagination(props: PaginationProps) {
  const { label, range, isResult, previousHref, nextHref } = props;
  return (
    <nav className="pages" aria-label={`Pages of ${label}`}>
      <span role={isResult ? "status" : undefined}>{range}</span>
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
