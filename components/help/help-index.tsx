import { SectionLinks } from "#components/shell/section-links";
import { ButtonLink } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { PageHeader } from "#components/ui/page-header";
import { SearchForm } from "#components/ui/search-form";
import { Toolbar } from "#components/ui/toolbar";
import { helpHref } from "#lib/help/help-page";
import type { HelpSlug } from "#lib/help/subjects";
import { plural } from "#lib/plurals";

type Shown = { slug: HelpSlug; title: string; summary: string };

type HelpIndexProps = {
  search: string;
  subjects: { title: string; pages: Shown[] }[];
  found: Shown[];
  supportEmail: string;
};

const PATH = "/help";

/** Every page by subject; of a search those that fit, the best first. */
export function HelpIndex({ search, subjects, found, supportEmail }: HelpIndexProps) {
  const lists = search
    ? [{ title: `${plural(found.length, "page")} about “${search}”`, pages: found }]
    : subjects;
  return (
    <>
      <PageHeader title="Help" description="One page for each thing, in plain words." />
      <Toolbar>
        <SearchForm
          action={PATH}
          label="Search help"
          placeholder="What do you want to know?"
          defaultValue={search}
          clearHref={search ? PATH : undefined}
        />
      </Toolbar>
      {search && found.length === 0 ? (
        <EmptyState
          title={`No page about “${search}”`}
          actions={<ButtonLink href={PATH}>Show all pages</ButtonLink>}
        >
          Try fewer or other words. Or write to{" "}
          <a className="link" href={`mailto:${supportEmail}`}>
            {supportEmail}
          </a>
          , and say what you want to do.
        </EmptyState>
      ) : (
        <div className="help-index">
          <SectionLinks
            sections={lists.map(({ title, pages }) => ({ title, links: pages.map(linkTo) }))}
          />
        </div>
      )}
    </>
  );
}

function linkTo({ slug, title, summary }: Shown) {
  return { label: title, href: helpHref(slug), description: summary };
}
