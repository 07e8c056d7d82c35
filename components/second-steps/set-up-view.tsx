import { HelpLink } from "#components/help/help-link";
import type { CodesOwner } from "#components/second-steps/new-recovery-codes";
import { SetUpKey } from "#components/second-steps/set-up-key";
import { TurnOnSecondStepForm } from "#components/second-steps/turn-on-second-step-form";
import { PageHeader } from "#components/ui/page-header";
import type { FormAction } from "#lib/form-state";

type SetUpViewProps = {
  /** The key in base32, and the link that opens an app with it, which is what the QR code holds. */
  setUp: { appSecret: string; address: string; qr: { size: number; path: string } } | null;
  isAnother: boolean;
  owner: CodesOwner;
  action: FormAction<{ codes: string[] }>;
  requestId: string;
};

/** The key for the app, to scan, to open or to type, and the first code. Without a key there is nothing to set up. */
export function SetUpView({ setUp, ...form }: SetUpViewProps) {
  return (
    <>
      <PageHeader
        title="Set up two-step sign-in"
        aside={<HelpLink page="two-step-sign-in" />}
        breadcrumb={[
          { label: "My sign-ins", href: "/sign-ins" },
          { label: "Two-step sign-in", href: "/sign-ins/two-step" },
        ]}
      />
      <TurnOnSecondStepForm {...form}>{setUp && <SetUpKey {...setUp} />}</TurnOnSecondStepForm>
    </>
  );
}
