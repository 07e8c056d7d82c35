import { TextLink } from "#components/ui/link";
import type { FoundContact } from "#lib/refusals/facts";

type FoundContactsProps = {
  label: string;
  contacts: FoundContact[];
  /** Where each leads; without it, to its page. */
  hrefOf?: (contact: FoundContact) => string;
};

/** Contacts by name, with what tells them apart and with whom each lies. */
export function FoundContacts({ label, contacts, hrefOf = pageOf }: FoundContactsProps) {
  return (
    <ul className="list" aria-label={label}>
      {contacts.map((contact) => (
        <li key={contact.id}>
          <TextLink href={hrefOf(contact)} dir="auto">
            {contact.name}
          </TextLink>
          <span className="muted wrap-anywhere">
            {[contact.company, contact.email, contact.phone]
              .filter((text) => text && text !== contact.name)
              .map((text) => (
                <span key={text}>
                  {" · "}
                  <bdi>{text}</bdi>
                </span>
              ))}
            {" · with "}
            <bdi>{contact.assigneeName}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}

const pageOf = ({ id }: FoundContact) => `/contacts/${id}`;
