import { Fragment } from "react";
import { EmailText } from "#components/ui/email-text";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";

type LetterViewProps = {
  letter: { mailId: string; to: { name: string; address: string }; subject: string; text: string };
};

/** One mail as plain text, its links to be followed; the HTML stands beside it. */
export function LetterView({ letter }: LetterViewProps) {
  const { mailId, to, subject, text } = letter;
  return (
    <main className="main stack">
      <PageHeader
        title={subject}
        description={
          <>
            To{" "}
            {to.name && (
              <>
                <bdi>{to.name}</bdi>,{" "}
              </>
            )}
            <EmailText address={to.address} />
          </>
        }
        breadcrumb={[{ label: "Outbox", href: "/outbox" }]}
      />
      <Section
        title="Plain text"
        aside={
          <a className="link" href={`/outbox/${mailId}/html`}>
            Show as HTML
          </a>
        }
      >
        <div className="text-lines">
          {text.split(/(https?:\/\/\S+)/).map((part, index) =>
            // Every other part is what the pattern found.
            index % 2 === 1 ? (
              <a key={part} className="link" href={part}>
                {part}
              </a>
            ) : (
              <Fragment key={part}>{part}</Fragment>
            ),
          )}
        </div>
      </Section>
    </main>
  );
}
