import { redirect } from "next/navigation";
import { receiveFile } from "#lib/imports/receive-file";
import { isReadOnly } from "#lib/read-only";
import { requireAdmin } from "#lib/session";

/** The one form whose body is read as it comes: nothing of it is stored before it is an admin's. */
export async function POST(request: Request): Promise<Response> {
  const actor = await requireAdmin();
  const type = request.headers.get("content-type") ?? "";
  const isForm = /^multipart\/form-data\s*;/i.test(type);
  // The page says why; nothing of the file is taken.
  if (isReadOnly(actor)) return seeOther("/contacts/import");
  const id = isForm && request.body ? await receiveFile(actor, type, request.body) : null;
  return seeOther(id ? `/contacts/import/${id}` : "/contacts/import?missing=yes");
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

/** Where one lands who had to sign in first. */
export async function GET(): Promise<Response> {
  await requireAdmin();
  redirect("/contacts/import");
}
