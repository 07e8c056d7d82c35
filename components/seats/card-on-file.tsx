import { ButtonLink } from "#components/ui/button";
import { DescriptionList } from "#components/ui/description-list";
import { Section } from "#components/ui/section";

type CardOnFileProps = {
  cardHolderName: string | null;
  cardLast4: string | null;
  billingEmail: string | null;
};

/** Who pays: never more of the card than its end. */
export function CardOnFile({ cardHolderName, cardLast4, billingEmail }: CardOnFileProps) {
  return (
    <Section title="Card on file">
      <DescriptionList
        items={[
          { term: "Card holder", value: <bdi>{cardHolderName ?? "None yet"}</bdi> },
          { term: "Card", value: cardLast4 ? `ends in ${cardLast4}` : "None yet" },
          { term: "Billing e-mail", value: billingEmail ?? "None yet" },
        ]}
      />
      <div className="cluster">
        <ButtonLink href="/admin/subscription/card">Change card holder</ButtonLink>
      </div>
    </Section>
  );
}
