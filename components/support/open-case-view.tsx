import { OpenCaseForm, type OpenCaseFormProps } from "#components/support/open-case-form";
import { ButtonLink } from "#components/ui/button";
import { TextLink } from "#components/ui/link";
import { Notice } from "#components/ui/notice";
import { PageHeader } from "#components/ui/page-header";
import { Section } from "#components/ui/section";

type OpenCaseViewProps = Omit<OpenCaseFormProps, "owners" | "accountId" | "isLast"> & {
  account: { id: string; name: string };
  /** Whether a card and an address for bills are on file. */
  canBeAsked: boolean;
  owners: { id: string; name: string; email: string | null; openCase: number | null }[];
};

/** Where an agent opens a case for somebody who says to be the card holder. */
export function OpenCaseView({ account, canBeAsked, owners, ...form }: OpenCaseViewProps) {
  const back = `/support/accounts/${account.id}`;
  const free = owners.filter(({ openCase }) => openCase === null);
  const taken = owners.filter(({ openCase }) => openCase !== null);
  return (
    <>
      <PageHeader
        title="Open a case for the card holder"
        description={account.name}
        breadcrumb={[
          { label: "Accounts", href: "/support/accounts" },
          { label: account.name, href: back },
        ]}
      />
      {taken.map(({ id, name, openCase }) => (
        <Notice key={id}>
          There is an open case about <bdi>{name}</bdi> already:{" "}
          <TextLink href={`/support/cases/${openCase}`}>case {openCase}</TextLink>.
        </Notice>
      ))}
      {!canBeAsked ? (
        <Notice
          tone="warn"
          title="There is no card or no billing address on file, so no card holder can confirm. An admin of the account asks instead, under Admin, Account Owner request."
          actions={<ButtonLink href={back}>Back to the account</ButtonLink>}
        />
      ) : owners.length === 1 && form.successors.length === 0 ? (
        <Notice
          tone="warn"
          title="The last Account Owner can go only when somebody follows, and nobody could."
          actions={<ButtonLink href={back}>Back to the account</ButtonLink>}
        >
          It takes an active admin who has signed in. The Account Owner can make a user one under
          Manage Users. If they cannot be reached, a lead looks whether nobody is left.
        </Notice>
      ) : (
        free.length > 0 && (
          <Section
            title="What they ask for"
            description="Every Account Owner is told at once and may object. A link to confirm goes to the billing address on file."
          >
            <OpenCaseForm
              accountId={account.id}
              owners={free}
              isLast={owners.length === 1}
              {...form}
            />
          </Section>
        )
      )}
    </>
  );
}
