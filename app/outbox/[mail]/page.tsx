import { notFound } from "next/navigation";
import { LetterView } from "#components/mail/letter-view";
import { findInOutbox } from "#lib/mail/outbox";

export default async function LetterPage(props: PageProps<"/outbox/[mail]">) {
  const { mail } = await props.params;
  const letter = await findInOutbox(mail);
  if (!letter) notFound();
  return <LetterView letter={letter} />;
}
