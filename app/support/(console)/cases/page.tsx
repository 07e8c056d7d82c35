import { CasesView } from "#components/support/cases-view";
import { requireAgent } from "#lib/agent-session";
import { readerOf } from "#lib/reader";
import { groupByAge } from "#lib/support/case-ages";
import { caseFilterSchema } from "#lib/support/case-filter";
import { getCasesPage } from "#lib/support/cases-page";
import { drawCaseAges } from "#lib/support/draw-case-ages";

export default async function CasesPage(props: PageProps<"/support/cases">) {
  const actor = await requireAgent();
  const { after, ...parameters } = await props.searchParams;
  const filter = caseFilterSchema.parse({ ...parameters, cursor: after });
  const { page, ages, agents } = await getCasesPage(actor, filter);
  const groups = groupByAge(ages);
  return (
    <CasesView
      {...{ filter, page, ages, agents, groups }}
      agentId={actor.agentId}
      drawings={{
        wide: drawCaseAges(groups, { width: 960 }),
        narrow: drawCaseAges(groups, { width: 380 }),
      }}
      now={new Date()}
      dates={await readerOf("UTC")}
    />
  );
}
