import { TextLink } from "#components/ui/link";
import { Section } from "#components/ui/section";
import { contactsHref } from "#lib/hrefs";
import { numberText, plural } from "#lib/plurals";
import { type Meant, SINGLE_CONTACTS } from "#lib/transfers/meant";
import { tableHref } from "#lib/transfers/reassign-address";

type MeantContactsProps = {
  meant: Meant;
  /** How many single contacts the address names. */
  named: number;
  /** The first of them, where they were chosen one by one. */
  chosen: { id: string; name: string }[];
  holders: { id: string; name: string; status: "active" | "inactive"; contacts: number }[];
  total: number;
};

const SHOWN = 5;

/** Whose the contacts are that are meant, and how many. */
export function MeantContacts({ meant, named, chosen, holders, total }: MeantContactsProps) {
  const rest = holders.slice(SHOWN);
  const gone = "contactIds" in meant ? meant.contactIds.length - total : 0;
  if (total === 0) return null;
  return (
    <Section title="Which contacts" aside={<ChosenLink meant={meant} />}>
      <ul className="list">
        {holders.slice(0, SHOWN).map(({ id, name, status, contacts }) => (
          <li key={id}>
            {plural(contacts, "contact")} of{" "}
            <TextLink href={contactsHref(id)}>
              <bdi>{name}</bdi>
            </TextLink>
            {status === "inactive" && <span className="muted"> (inactive)</span>}
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            {plural(
              rest.reduce((sum, { contacts }) => sum + contacts, 0),
              "contact",
            )}{" "}
            of {plural(rest.length, "other user")}
          </li>
        )}
      </ul>
      {chosen.length > 0 && (
        <p className="wrap-anywhere">
          {chosen.map(({ id, name }, n) => (
            <span key={id}>
              {n > 0 && ", "}
              <TextLink href={`/contacts/${id}`}>
                <bdi>{name}</bdi>
              </TextLink>
            </span>
          ))}
          {total > chosen.length && ` and ${numberText(total - chosen.length)} more`}
        </p>
      )}
      {gone > 0 && (
        <p className="hint">
          {plural(gone, "contact")} that you chose {gone === 1 ? "is" : "are"} not there any more.
        </p>
      )}
      {named > SINGLE_CONTACTS && (
        <p className="hint">
          You chose {numberText(named)}: these are the first {SINGLE_CONTACTS}, as many as are
          reassigned one by one. For more, select all that match a search or a filter.
        </p>
      )}
    </Section>
  );
}

/** Back to what was selected, as the Contact Table shows it. */
function ChosenLink({ meant }: { meant: Meant }) {
  if ("contactIds" in meant) return null;
  return <TextLink href={tableHref(meant)}>See them</TextLink>;
}
