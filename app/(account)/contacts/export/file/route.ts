import { forbidden, redirect } from "next/navigation";
import { contactTableHref } from "#lib/contacts/filter";
import { contactSelectionSchema } from "#lib/contacts/selection";
import { downloadContacts } from "#lib/exports/download-contacts";
import { exportContactsSchema } from "#lib/exports/schema";
import { Refusal } from "#lib/refusal";
import { requireAdmin } from "#lib/session";

/** Writes to the log, so it is a form's post: no link, preview or other site can start it. */
export async function POST(request: Request): Promise<Response> {
  const actor = await requireAdmin();
  // A body that is no form names no format, and gets the first one.
  const form = await request.formData().catch(() => new FormData());
  const input = { format: form.get("format"), selection: selectionOf(request) };
  try {
    return await downloadContacts(actor, exportContactsSchema.parse(input));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "access_ended") redirect("/sign-in?ended=inactivated");
    if (error.code === "not_signed_in") redirect("/sign-in");
    if (error.code === "not_admin") forbidden();
    throw error;
  }
}

/** Where one lands who had to sign in first, or who opens the address by hand: on the page before. */
export async function GET(request: Request): Promise<Response> {
  await requireAdmin();
  redirect(
    contactTableHref(contactSelectionSchema.parse(selectionOf(request)), "/contacts/export"),
  );
}

function selectionOf(request: Request) {
  const { q, assignee, book } = Object.fromEntries(new URL(request.url).searchParams);
  return { search: q, assignee, book };
}
