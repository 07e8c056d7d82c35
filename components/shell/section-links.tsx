import { TextLink } from "#components/ui/link";
import { Section } from "#components/ui/section";

type SectionLinksProps = {
  sections: { title: string; links: { label: string; href: string; description?: string }[] }[];
};

/** A page of links by section, each with what it leads to. */
export function SectionLinks({ sections }: SectionLinksProps) {
  return (
    <div className="section-links">
      {sections.map(({ title, links }) => (
        <Section key={title} title={title} flush>
          <ul>
            {links.map((link) => (
              <li key={link.href}>
                <TextLink href={link.href}>{link.label}</TextLink>
                {link.description && <p className="hint">{link.description}</p>}
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </div>
  );
}
