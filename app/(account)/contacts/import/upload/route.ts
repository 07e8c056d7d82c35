import { redirect } from "next/navigation";
import { receiveFile } from "#lib/imports/receive-file";
import { requireAdmin } from "#lib/session";

/** The one form whose body is read as it comes: nothing of it is stored before it is an admin's. */
export async function POST(request: Request): Promise<Response> {
  const actor = await requireAdmin();
  const type = request.headers.get("content-type") ?? "";
  const isForm = /^multipart\/form-data\s*;/i.test(type);
  const id = isForm && request.body ? await receiveFile(actor, type, request.body) : null;
  const location = id ? `/contacts/import/${id}` : "/contacts/import?missing=yes";
  return new Response(null, { status: 303, headers: { location } });
}

/** Where one lands who had to sign in first. */
export async function GET(): Promise<Response> {
  await requireAdmin();
  redirect("/contacts/import");
}
