"use client";

import { CaseForm, type CaseFormProps } from "#components/support/case-form";
import { StatedCardFields } from "#components/support/stated-card-fields";

type AskCardHolderFormProps = CaseFormProps & {
  capacity: "admin" | "card_holder" | "lead";
  isVerified: boolean;
};

export function AskCardHolderForm({ capacity, isVerified, ...form }: AskCardHolderFormProps) {
  const isAgain = capacity === "card_holder";
  return (
    <CaseForm
      {...form}
      title={isAgain ? "Ask the card holder again" : "Ask the card holder to confirm"}
      button="Send the confirmation"
      pending="Sending…"
    >
      {(state) => (
        <>
          <p>
            A link to confirm goes to the billing address on file.{" "}
            {isAgain
              ? "The link that was sent before does not work any more."
              : "From then on it is the card holder’s case, whatever becomes of the admin who asked."}
            {isVerified && " It has to be verified anew then."}
          </p>
          <StatedCardFields state={state} />
        </>
      )}
    </CaseForm>
  );
}
