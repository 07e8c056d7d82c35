import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { Time } from "#components/ui/time";
import { type DateStyle, dateText, exactText } from "#lib/dates";
import { numberText, plural } from "#lib/plurals";
import { sentence } from "#lib/sentence";
import type { Search } from "#lib/support/search-page";
import { MOST_FOUND, wayTexts } from "#lib/support/search-ways";

/** What a search found: the little that may be known of an account before a look. */
export function FoundAccounts({ search, dates }: { search: Search; dates: DateStyle }) {
  const { id, way, words, found, accounts } = search;
  const hasMore = found > MOST_FOUND;
  const what = sentence`by ${wayTexts[way]}: “${words}”`;
  if (accounts.length === 0) {
    return (
      <Notice focus={id} title={`No account found ${what}`}>
        {hints[way]}
      </Notice>
    );
  }
  const count = hasMore
    ? `More than ${numberText(MOST_FOUND)} accounts found`
    : `${plural(accounts.length, "account")} found`;
  return (
    <>
      <Notice focus={id} title={`${count} ${what}`}>
        {hasMore
          ? "These are the first by name. Add to what you search for."
          : "To look into an account, open it and state your reason."}
      </Notice>
      <Table caption="Accounts found">
        <thead>
          <tr>
            <Th>Account</Th>
            <Th>Opened</Th>
            <Th align="end">Active users</Th>
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ id, name, createdAt, users }) => (
            <Tr key={id}>
              <Td lead>
                <TextLink href={`/support/accounts/${id}`} dir="auto">
                  {name}
                </TextLink>
              </Td>
              <Td label="Opened">
                <Time iso={createdAt.toISOString()} exact={exactText(createdAt, dates)}>
                  {dateText(createdAt, dates)}
                </Time>
              </Td>
              <Td label="Active users" align="end">
                {numberText(users)}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}

const hints = {
  name: "Try another part of the name, or a user's e-mail. One or two letters find only what is called just that.",
  email:
    "It has to be the whole address, as the user signs in with it. Ask for another one, or for the account's name.",
  card: "Name and digits both have to be those on file. A caller who does not know them is no card holder: do not tell which of them was wrong.",
  id: "Nobody has this id. Copy it as a whole, or search by name.",
};
