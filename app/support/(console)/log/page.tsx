import { ConsoleLogView } from "#components/support/console-log-view";
import { requireAgent } from "#lib/agent-session";
import { readerOf } from "#lib/reader";
import { consoleLogFilterSchema, getConsoleLogPage } from "#lib/support/console-log-page";

export default async function ConsoleLogPage(props: PageProps<"/support/log">) {
  const actor = await requireAgent();
  const { agent, account, after } = await props.searchParams;
  const filter = consoleLogFilterSchema.parse({ agent, account, cursor: after });
  const page = await getConsoleLogPage(actor, filter);
  return (
    <ConsoleLogView
      {...page}
      filter={filter}
      wrongAccount={Boolean(account) && !filter.account}
      dates={await readerOf("UTC")}
    />
  );
}
