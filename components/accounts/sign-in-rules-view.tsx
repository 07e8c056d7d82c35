import { SecondStepRule } from "#components/accounts/second-step-rule";
import { HelpLink } from "#components/help/help-link";
import { Badge } from "#components/ui/badge";
import { EmailText } from "#components/ui/email-text";
import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";
import { Table, Td, Th, Tr } from "#components/ui/table";
import { type DateStyle, dateTimeText } from "#lib/dates";
import type { FormAction } from "#lib/form-state";
import { numberText, plural } from "#lib/plurals";
import type { RefusalCode } from "#lib/refusal";
import { sentence } from "#lib/sentence";
import { whyNotResetSecondStep } from "#lib/users/rules";

type AdminRow = {
  id: string;
  name: string;
  email: string | null;
  isOwner: boolean;
  status: "active" | "inactive";
  hasSecondStep: boolean;
};

export type SignInRulesViewProps = {
  rule: { adminsNeedSecondStep: boolean; latest: { at: Date; by: string } | null };
  admins: AdminRow[];
  counts: { all: number; withSecondStep: number };
  /** Why this person cannot change the rule. */
  whyNot: RefusalCode | null;
  actor: { userId: string; role: "admin" | "user"; isOwner: boolean };
  /** A moment ago, by this person. */
  isChanged: boolean;
  dates: DateStyle;
  requireAction: FormAction;
  stopAction: FormAction;
  requestId: string;
};

/** Whether two-step sign-in is required of admins, and which of them have it. */
export function SignInRulesView(props: SignInRulesViewProps) {
  const { rule, admins, counts, actor, isChanged, dates } = props;
  const rest = counts.all - admins.length;
  return (
    <>
      <PageHeader
        title="Sign-in rules"
        aside={<HelpLink page="two-step-sign-in" />}
        breadcrumb={[{ label: "Admin", href: "/admin" }]}
      />
      {isChanged && rule.latest && (
        <Notice
          tone="ok"
          focus
          title={sentence`${rule.latest.by} ${rule.adminsNeedSecondStep ? "required two-step sign-in of all admins" : "stopped requiring two-step sign-in"} on ${dateTimeText(rule.latest.at, dates)}.`}
        />
      )}
      <SecondStepRule {...props} />
      <Section
        title="Admins"
        aside={`${numberText(counts.withSecondStep)} of ${plural(counts.all, "admin")} with two-step sign-in`}
        flush
      >
        <Table caption="Admins and their two-step sign-in">
          <thead>
            <tr>
              <Th>Name</Th>
              <Th>E-mail</Th>
              <Th>Two-step sign-in</Th>
              <Th>
                <span className="sr-only">What you can do</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {admins.map((admin) => (
              <Row key={admin.id} admin={admin} actor={actor} />
            ))}
          </tbody>
        </Table>
      </Section>
      {rest > 0 && <p className="muted">And {plural(rest, "more admin")}.</p>}
    </>
  );
}

function Row({ admin, actor }: { admin: AdminRow; actor: SignInRulesViewProps["actor"] }) {
  const { id, name, email, isOwner, hasSecondStep } = admin;
  const isSelf = id === actor.userId;
  return (
    <Tr>
      <Td lead>
        <span dir="auto">{name}</span>
        {isSelf && <span className="muted"> (you)</span>} {isOwner && <OwnerBadge />}
      </Td>
      <Td label="E-mail" long>
        <EmailText address={email ?? ""} />
      </Td>
      <Td label="Two-step">{hasSecondStep ? "On" : <Badge tone="warn">Not set up</Badge>}</Td>
      <Td actions>
        {isSelf && <TextLink href="/sign-ins/two-step">My two-step sign-in</TextLink>}
        {whyNotResetSecondStep(actor, admin) === null && (
          <TextLink href={`/admin/users/${id}/second-step`} aria-label={`Reset: ${name}`}>
            Reset
          </TextLink>
        )}
      </Td>
    </Tr>
  );
}

function OwnerBadge() {
  return <Badge tone="accent">Account Owner</Badge>;
}
