import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { linkToken } from "#lib/links";
import { confirmOwnerRequest } from "#lib/owner-requests/confirm-owner-request";
import { findLinkedConfirmation } from "#lib/owner-requests/find-confirmation";
import { owner as sql } from "#tests/support/attempt";
import { buildCast } from "#tests/support/cast";
import {
  cardHolderCase,
  caseEvents,
  confirmationToken,
  latestCase,
} from "#tests/support/owner-requests";
import { startTogether } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";

test("the billing address confirms that the card holder asked, and the log says which address", async () => {
  const cast = await buildCast();
  const { number, link } = await cardHolderCase(cast);
  await confirmOwnerRequest(link);
  expect((await latestCase(cast.accountId))?.confirmed_at).not.toBeNull();
  const [event] = await sql`
    select actor_name, user_id, data from audit_events
    where account_id = ${cast.accountId} and kind = 'owner_request.confirmed'`;
  expect(event).toEqual({
    ...{ actor_name: "Handover", user_id: cast.owner.id },
    data: { caseNumber: number, sentTo: "billing@payer.example" },
  });
});

test("the same click twice, also at once, is one confirmation", async () => {
  const cast = await buildCast();
  const { link } = await cardHolderCase(cast);
  const results = await startTogether(cast.accountId, [
    () => confirmOwnerRequest(link),
    () => confirmOwnerRequest(link),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  const confirmed = (await latestCase(cast.accountId))?.confirmed_at;
  await confirmOwnerRequest(link);
  expect((await latestCase(cast.accountId))?.confirmed_at).toEqual(confirmed);
  expect(await caseEvents(cast.accountId)).toEqual(["owner_request.confirmed"]);
});

test("forged, cut, foreign and other links change nothing, and show nothing", async () => {
  const cast = await buildCast();
  const { link } = await cardHolderCase(cast);
  const [id = ""] = link.token.split(".");
  const wrong = [
    { ...link, token: link.token.slice(0, -1) },
    { ...link, token: `${id}.${linkToken("owner request letter", id)}` },
    { ...link, token: `${randomUUID()}.${linkToken("owner request confirmation", id)}` },
    { ...link, token: confirmationToken(randomUUID()) },
    { ...link, token: "" },
    { ...link, accountId: cast.outsider.accountId },
    { ...link, accountId: randomUUID() },
  ];
  for (const each of wrong) {
    await expectRefusal(() => confirmOwnerRequest(each), "confirmation_over");
    expect(await findLinkedConfirmation(each.accountId, each.token)).toBeNull();
  }
});

test("an earlier link is over once it was asked again", async () => {
  const cast = await buildCast();
  const { id, link } = await cardHolderCase(cast);
  const [row] = await sql<{ confirm_id: string }[]>`
    update owner_requests set confirm_asked_at = clock_timestamp(), confirm_id = uuidv7()
    where id = ${id} returning confirm_id`;
  await expectRefusal(() => confirmOwnerRequest(link), "confirmation_over");
  await confirmOwnerRequest({ ...link, token: confirmationToken(row?.confirm_id ?? "") });
  expect((await latestCase(cast.accountId))?.confirmed_at).not.toBeNull();
});

test("once bills go elsewhere, the link that was sent before counts no more, confirmed or not", async () => {
  const cast = await buildCast();
  const { link } = await cardHolderCase(cast);
  await confirmOwnerRequest(link);
  await sql`
    update accounts set billing_email = 'bills@elsewhere.example' where id = ${cast.accountId}`;
  expect(await latestCase(cast.accountId)).toMatchObject({ confirmed_at: null });
  await expectRefusal(() => confirmOwnerRequest(link), "confirmation_over");
  expect((await findLinkedConfirmation(link.accountId, link.token))?.isOpen).toBe(false);
});

test.each([
  ["was refused", "ended_at = now(), outcome = 'refused'"],
  ["is over by time", "expires_at = now() - interval '1 second'"],
])("a confirmation is over once its case %s", async (_what, change) => {
  const cast = await buildCast();
  const { id, link } = await cardHolderCase(cast);
  await sql`update owner_requests set ${sql.unsafe(change)} where id = ${id}`;
  await expectRefusal(() => confirmOwnerRequest(link), "confirmation_over");
  expect((await findLinkedConfirmation(link.accountId, link.token))?.isOpen).toBe(false);
});
