import { HelpIndex } from "#components/help/help-index";
import { getHelpPage } from "#lib/help/all-pages";
import { searchHelp } from "#lib/help/search-help";
import { helpSubjects } from "#lib/help/subjects";
import { searchText } from "#lib/input";
import { supportEmail } from "#lib/support-email";

export default async function HelpIndexPage(props: PageProps<"/help">) {
  const search = searchText.parse((await props.searchParams).q);
  return (
    <HelpIndex
      search={search}
      found={searchHelp(search)}
      subjects={helpSubjects.map(({ title, slugs }) => ({ title, pages: slugs.map(getHelpPage) }))}
      supportEmail={supportEmail()}
    />
  );
}
