import type { Member } from "#lib/actor";
import { dateText } from "#lib/dates";
import { isReadOnly } from "#lib/read-only";
import { readerOf } from "#lib/reader";

/** Whether the member's account is read-only, or going to be, and from when on in their words. */
export async function readOnlyStateOf(member: Member) {
  const { readOnlyAt, timeZone } = member;
  if (!readOnlyAt) return null;
  return { isNow: isReadOnly(member), day: dateText(readOnlyAt, await readerOf(timeZone)) };
}
