import type { ShownImport } from "#components/imports/import-view";
import { ButtonLink } from "#components/ui/button";
import { DescriptionList } from "#components/ui/description-list";
import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Section } from "#components/ui/section";
import { type DateStyle, dateTimeText } from "#lib/dates";
import { contactsHref } from "#lib/hrefs";
import { numberText, plural } from "#lib/plurals";
import { refusalSentence } from "#lib/refusal";

type ImportOutcomeProps = { found: ShownImport; endedAt: Date; dates: DateStyle };

/** What an import came to, where its contacts are, and which rows need a look. */
export function ImportOutcome({ found, endedAt, dates }: ImportOutcomeProps) {
  const { state, refusal, receiver, added, updated, known, wrong, problems } = found;
  const when = dateTimeText(endedAt, dates);
  return (
    <>
      {state === "failed" ? (
        <Notice
          tone="danger"
          focus
          title={refusal ? refusalSentence(refusal.code, refusal.facts) : `Stopped on ${when}.`}
          actions={<ButtonLink href="/contacts/import">Import another file</ButtonLink>}
        />
      ) : (
        <Notice
          tone={state === "done" ? "ok" : "info"}
          focus
          title={
            state === "done"
              ? `${plural(added, "contact")} added, on ${when}.`
              : `Cancelled on ${when}. What was taken in before stays.`
          }
        />
      )}
      {receiver && (
        <Section title="What it came to">
          <DescriptionList
            items={[
              {
                term: "Added",
                value: (
                  <>
                    {numberText(added)}, for{" "}
                    <TextLink href={contactsHref(receiver.id)}>
                      <bdi>{receiver.name}</bdi>
                    </TextLink>
                  </>
                ),
              },
              { term: "Brought up to date", value: numberText(updated) },
              { term: "Here already", value: numberText(known) },
              { term: "Wrong, left out", value: numberText(wrong) },
            ]}
          />
          {problems > 0 && (
            <p>
              <a
                className="link"
                href={`/contacts/import/${found.id}/problems`}
                download
              >{`Download the ${plural(problems, "row")} that ${problems === 1 ? "needs" : "need"} a look (CSV)`}</a>
            </p>
          )}
          {wrong > 0 && (
            <p className="hint">
              {found.isCards
                ? "Correct them in your vCard file and import it again: contacts are not added twice."
                : "Correct them in that file and import it: its first three columns are left out, and contacts are not added twice."}
            </p>
          )}
        </Section>
      )}
    </>
  );
}
