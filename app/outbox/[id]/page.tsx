import { notFound } from "next/navigation";
import { LetterView } from "#components/mail/letter-view";
import { findInOutbox } from "#lib/mail/outbox";

export default async function LetterPage(props: PageProps<"/outbox/[id]">) {
  const { id } = await props.params;
  const letter = await findInOutbox(id);
  if (!letter) notFound();
  return <LetterView letter={letter} />;
}
