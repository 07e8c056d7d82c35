import { SearchForm } from "#components/ui/search-form";
import { Section } from "#components/ui/section";
import { href } from "#lib/hrefs";

/** Whom a list of colleagues holds; in a large account those that a search found. */
export type Colleagues<Colleague = { id: string; name: string; email: string | null }> = {
  shown: Colleague[];
  hasMore: boolean;
  search: string;
};

type FindColleaguesProps = {
  colleagues: Pick<Colleagues, "hasMore" | "search">;
  path: string;
  /** "the lists below then hold whom you found." */
  then: string;
  /** What else the address says. */
  keep?: Record<string, string[]>;
};

/** Where the colleagues are too many for a list: a search for those to choose from. */
export function FindColleagues({ colleagues, path, then, keep = {} }: FindColleaguesProps) {
  const { hasMore, search } = colleagues;
  if (!hasMore && !search) return null;
  return (
    <Section
      title="Find colleagues"
      description={`Your account has many users. Search first: ${then}`}
    >
      <SearchForm
        action={path}
        name="colleague"
        label="Search colleagues by name or e-mail"
        placeholder="Name or e-mail"
        defaultValue={search}
        keep={keep}
        clearHref={search && href(path, keep)}
      />
    </Section>
  );
}
