import { forbidden, redirect } from "next/navigation";
import { auditHref } from "#lib/audit/audit-href";
import { auditFilterSchema } from "#lib/audit/filter";
import { downloadLog } from "#lib/exports/download-log";
import { exportLogSchema } from "#lib/exports/schema";
import { Refusal } from "#lib/refusal";
import { requireAdmin } from "#lib/session";

/** Writes to the log, so it is a form's post: no link, preview or other site can start it. */
export async function POST(request: Request): Promise<Response> {
  const actor = await requireAdmin();
  // A body that is no form names no format, and gets the first one.
  const form = await request.formData().catch(() => new FormData());
  const filter = Object.fromEntries(new URL(request.url).searchParams);
  try {
    return await downloadLog(actor, exportLogSchema.parse({ format: form.get("format"), filter }));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "access_ended") redirect("/sign-in?ended=inactivated");
    if (error.code === "not_signed_in") redirect("/sign-in");
    if (error.code === "not_admin") forbidden();
    throw error;
  }
}

/** Where one lands who had to sign in first, or who opens the address by hand: on the log itself. */
export async function GET(request: Request): Promise<Response> {
  await requireAdmin();
  const filter = Object.fromEntries(new URL(request.url).searchParams);
  redirect(auditHref(auditFilterSchema.parse(filter)));
}
