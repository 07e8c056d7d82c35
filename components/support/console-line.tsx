import { TextLink } from "#components/ui/link";
import { href } from "#lib/hrefs";
import { type ConsoleEvent, consoleSentence } from "#lib/support/console-sentence";

type ConsoleLineProps = { event: ConsoleEvent; filter: { agent?: string; account?: string } };

/** One line of the console's log as a sentence, and where it leads on to. */
export function ConsoleLine({ event, filter }: ConsoleLineProps) {
  const { accountId, accountName, caseNumber } = event;
  return (
    <>
      {consoleSentence(event)}
      {caseNumber && (
        <>
          {" "}
          <TextLink href={`/support/cases/${caseNumber}`}>Case {caseNumber}</TextLink>
        </>
      )}
      {accountId && accountId !== filter.account && (
        <>
          {caseNumber ? " · " : " "}
          <TextLink href={href("/support/log", { ...filter, account: accountId })}>
            All about {accountName}
          </TextLink>
        </>
      )}
    </>
  );
}
