import { HelpLink } from "#components/help/help-link";
import { MeantContacts } from "#components/transfers/meant-contacts";
import { ReassignChoices } from "#components/transfers/reassign-choices";
import { type PreviewProps, ReassignPreview } from "#components/transfers/reassign-preview";
import { ButtonLink } from "#components/ui/button";
import { FilterLinks } from "#components/ui/filter-links";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { type Colleagues, FindColleagues } from "#components/users/find-colleagues";
import type { FormAction } from "#lib/form-state";
import { href } from "#lib/hrefs";
import { plural } from "#lib/plurals";
import { type RefusalCode, whyNotSentence } from "#lib/refusal";
import type { Meant } from "#lib/transfers/meant";
import {
  type How,
  hows,
  meantParameters,
  type PlanChoices,
  tableHref,
} from "#lib/transfers/reassign-address";

type ReassignViewProps = {
  meant: Meant;
  named: number;
  chosen: { id: string; name: string }[];
  choices: PlanChoices;
  holders: { id: string; name: string; status: "active" | "inactive"; contacts: number }[];
  total: number;
  others: number;
  whyNot: RefusalCode | null;
  problem: string | null;
  colleagues: Colleagues;
  ruleValues: { value: string; label: string; contacts: number }[];
  preview: PreviewProps["preview"] | null;
  action: FormAction;
  requestId: string;
};

const PATH = "/contacts/reassign";

/** Contacts go to other users: who gets which is chosen, looked at, and confirmed. */
export function ReassignView(props: ReassignViewProps) {
  const { meant, choices, holders, total, whyNot, problem, colleagues, preview } = props;
  const about = meantParameters(meant);
  const chosenSoFar = { ...about, how: [choices.how], by: [choices.by] };
  return (
    <>
      <PageHeader
        title={total > 0 ? `Reassign ${plural(total, "contact")}` : "Reassign contacts"}
        aside={<HelpLink page="reassigning-contacts" />}
        breadcrumb={[{ label: "Contacts", href: "/contacts" }]}
      />
      <MeantContacts
        meant={meant}
        named={props.named}
        chosen={props.chosen}
        holders={holders}
        total={total}
      />
      {whyNot ? (
        <Notice
          tone="warn"
          title={whyNotSentence(whyNot, { count: props.others })}
          actions={<ButtonLink href="/contacts">Back to the contacts</ButtonLink>}
        />
      ) : (
        <>
          {preview && (
            <ReassignPreview
              preview={preview}
              meant={meant}
              action={props.action}
              requestId={props.requestId}
            />
          )}
          {problem && <Notice tone="danger" focus title={`${problem} Nothing was changed.`} />}
          <FilterLinks
            label="How they are given away"
            links={hows.map((how) => ({
              label: howLabels[how],
              href: href(PATH, { ...about, how }),
              current: how === choices.how,
            }))}
          />
          <FindColleagues
            colleagues={colleagues}
            path={PATH}
            then="the list below then holds whom you found."
            keep={chosenSoFar}
          />
          <ReassignChoices
            about={about}
            choices={choices}
            colleagues={colleagues}
            ruleValues={props.ruleValues}
            total={total}
            hasPreview={preview !== null}
            backHref={tableHref(meant)}
          />
        </>
      )}
    </>
  );
}

const howLabels: Record<How, string> = {
  one: "To one colleague",
  even: "Evenly among several",
  shares: "In given shares",
  rule: "By a rule",
};
