import { notFound } from "next/navigation";
import { OutboxView } from "#components/mail/outbox-view";
import { listOutbox } from "#lib/mail/outbox";
import { readerOf } from "#lib/reader";

/** In demo and development alone: anywhere else there is no outbox, and no such page. */
export default async function OutboxPage() {
  const letters = await listOutbox();
  if (!letters) notFound();
  return <OutboxView letters={letters} dates={await readerOf("UTC")} />;
}
