import { HelpBlock } from "#components/help/help-block";
import { SectionLinks } from "#components/shell/section-links";
import { Badge } from "#components/ui/badge";
import { PageHeader } from "#components/ui/page-header";
import { type HelpPage, helpHref } from "#lib/help/help-page";
import type { HelpSlug } from "#lib/help/subjects";

type HelpPageViewProps = {
  page: HelpPage;
  related: { slug: HelpSlug; title: string; summary: string }[];
  supportEmail: string;
};

/** One thing explained, what is near it, and where to turn if that was not it. */
export function HelpPageView({ page, related, supportEmail }: HelpPageViewProps) {
  return (
    <>
      <PageHeader
        title={page.title}
        description={page.summary}
        aside={page.isForAdmins && <Badge>For admins</Badge>}
        breadcrumb={[{ label: "Help", href: "/help" }]}
      />
      <div className="help">
        <article className="prose">
          {page.sections.map(({ title, blocks }) => (
            <section key={title}>
              <h2>{title}</h2>
              {blocks.map((block) => (
                <HelpBlock key={JSON.stringify(block)} block={block} supportEmail={supportEmail} />
              ))}
            </section>
          ))}
        </article>
        <div className="stack">
          <SectionLinks
            sections={[
              {
                title: "Related",
                links: related.map(({ slug, title, summary }) => ({
                  label: title,
                  href: helpHref(slug),
                  description: summary,
                })),
              },
            ]}
          />
          <p className="hint">
            Is your question not answered? Write to{" "}
            <a className="link" href={`mailto:${supportEmail}`}>
              {supportEmail}
            </a>
            .
          </p>
        </div>
      </div>
    </>
  );
}
