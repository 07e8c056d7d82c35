import { notFound } from "next/navigation";
import { HelpPageView } from "#components/help/help-page-view";
import { findHelpPage, getHelpPage } from "#lib/help/all-pages";
import { supportEmail } from "#lib/support-email";

export default async function OneHelpPage(props: PageProps<"/help/[slug]">) {
  const page = findHelpPage((await props.params).slug);
  if (!page) notFound();
  return (
    <HelpPageView
      page={page}
      related={page.related.map(getHelpPage)}
      supportEmail={supportEmail()}
    />
  );
}
