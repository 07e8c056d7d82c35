import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { linkToken } from "#lib/links";
import { answerOwnerRequest } from "#lib/owner-requests/answer-owner-request";
import { findLinkedLetter } from "#lib/owner-requests/find-letter";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast } from "#tests/support/cast";
import {
  caseEvents,
  confirmationToken,
  latestCase,
  letterLink,
  reopen,
} from "#tests/support/owner-requests";
import { startTogether } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";
import { ownerRequest } from "#tests/support/support-cast";

const agreed = { answer: "agreed", words: "" } as const;
const objected = { answer: "objected", words: "I am still here." } as const;

test("the Owner concerned agrees, which waives the waiting time, and may still object", async () => {
  const { cast } = await aboutTwoOwners();
  const link = await letterLink(cast.accountId, cast.owner);
  await answerOwnerRequest({ ...link, ...agreed });
  expect((await latestCase(cast.accountId))?.agreed_at).not.toBeNull();
  await answerOwnerRequest({ ...link, ...objected });
  expect(await latestCase(cast.accountId)).toMatchObject({
    ...{ state: "objected", agreed_at: null },
    ...{ objected_by_name: "Olivia Okafor", objection: "I am still here." },
  });
  expect(await eventsOf(cast)).toEqual([
    { kind: "owner_request.agreed", actor: "Handover", about: cast.owner.id, words: null },
    {
      ...{ kind: "owner_request.objected", actor: "Handover", about: cast.owner.id },
      words: "I am still here.",
    },
  ]);
});

test("another Owner may object, and not agree in somebody else's place", async () => {
  const { cast } = await aboutTwoOwners();
  const link = await letterLink(cast.accountId, cast.admin2);
  await expectRefusal(() => answerOwnerRequest({ ...link, ...agreed }), "letter_over");
  await answerOwnerRequest({ ...link, answer: "objected", words: "" });
  expect(await latestCase(cast.accountId)).toMatchObject({
    ...{ state: "objected", objected_by_name: "Beatriz Braga" },
  });
});

test("an objection stays, and the same answer sent again, also at once, is done already", async () => {
  const { cast } = await aboutTwoOwners();
  const link = await letterLink(cast.accountId, cast.owner);
  const results = await startTogether(cast.accountId, [
    () => answerOwnerRequest({ ...link, ...objected }),
    () => answerOwnerRequest({ ...link, ...objected }),
  ]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
  await expectRefusal(() => answerOwnerRequest({ ...link, ...agreed }), "letter_over");
  expect(await caseEvents(cast.accountId)).toEqual(["owner_request.objected"]);
});

test("agreed and objected at once, the objection is what counts", async () => {
  for (let round = 0; round < 10; round++) {
    const { cast } = await aboutTwoOwners();
    const link = await letterLink(cast.accountId, cast.owner);
    await startTogether(cast.accountId, [
      () => answerOwnerRequest({ ...link, ...agreed }),
      () => answerOwnerRequest({ ...link, ...objected }),
    ]);
    expect(await latestCase(cast.accountId)).toMatchObject({ state: "objected", agreed_at: null });
  }
});

test("forged, cut, foreign and other links change nothing, and show nothing", async () => {
  const { cast } = await aboutTwoOwners();
  const link = await letterLink(cast.accountId, cast.owner);
  const [id = ""] = link.token.split(".");
  const other = randomUUID();
  const wrong = [
    { ...link, token: link.token.slice(0, -1) },
    { ...link, token: id },
    { ...link, token: "" },
    { ...link, token: confirmationToken(id) },
    { ...link, token: `${other}.${linkToken("owner request letter", id)}` },
    { ...link, token: `${other}.${linkToken("owner request letter", other)}` },
    { ...link, accountId: cast.outsider.accountId },
    { ...link, accountId: randomUUID() },
  ];
  for (const each of wrong) {
    await expectRefusal(() => answerOwnerRequest({ ...each, ...objected }), "letter_over");
    expect(await findLinkedLetter(each.accountId, each.token)).toBeNull();
  }
});

const overs: [string, (cast: Cast, id: string) => Promise<unknown>][] = [
  [
    "is withdrawn",
    ({ admin }, id) => sql`
      update owner_requests set ended_at = now(), outcome = 'withdrawn', ended_by_user = ${admin.id}
      where id = ${id}`,
  ],
  [
    "is over by time, which no job has noticed yet",
    (_cast, id) => sql`
      update owner_requests set expires_at = now() - interval '1 second' where id = ${id}`,
  ],
  ["has begun anew", (_cast, id) => reopen(id)],
  [
    "goes on without them, as they are no Owner any more",
    ({ owner }) => sql`update users set is_owner = false where id = ${owner.id}`,
  ],
];

test.each(overs)("a letter is over once its case %s", async (_what, happen) => {
  const { cast, id } = await aboutTwoOwners();
  const link = await letterLink(cast.accountId, cast.owner);
  expect((await findLinkedLetter(cast.accountId, link.token))?.isOpen).toBe(true);
  await happen(cast, id);
  expect((await findLinkedLetter(cast.accountId, link.token))?.isOpen).toBe(false);
  for (const answer of [agreed, objected]) {
    await expectRefusal(() => answerOwnerRequest({ ...link, ...answer }), "letter_over");
  }
});

test("a case that begins anew has another link, which answers it", async () => {
  const { cast, id } = await aboutTwoOwners();
  const before = await letterLink(cast.accountId, cast.owner);
  await answerOwnerRequest({ ...before, ...objected });
  await reopen(id);
  const link = await letterLink(cast.accountId, cast.owner);
  expect(link.token).not.toBe(before.token);
  await answerOwnerRequest({ ...link, ...agreed });
  expect(await latestCase(cast.accountId)).toMatchObject({ state: "unverified", objection: null });
  expect((await latestCase(cast.accountId))?.agreed_at).not.toBeNull();
});

test("to a rescue the billing address and any user may object, and nobody agrees", async () => {
  const cast = await buildCast();
  const { accountId } = cast;
  await rescue(cast);
  const [user, address] = [await letterLink(accountId, cast.user), await letterLink(accountId)];
  await expectRefusal(() => answerOwnerRequest({ ...user, ...agreed }), "letter_over");
  await expectRefusal(() => answerOwnerRequest({ ...address, ...agreed }), "letter_over");
  await answerOwnerRequest({ ...user, ...objected });
  expect(await latestCase(accountId)).toMatchObject({ objected_by_name: "Uma Ullman" });
  await answerOwnerRequest({ ...address, ...objected });
  expect(await latestCase(accountId)).toMatchObject({
    ...{ state: "objected", objected_by_name: "billing@payer.example" },
  });
  const [, event] = await sql<{ user_id: string | null; data: object }[]>`
    select user_id, data from audit_events
    where account_id = ${accountId} and kind = 'owner_request.objected' order by at, id`;
  expect(event).toMatchObject({
    user_id: null,
    data: { byAddress: "billing@payer.example", words: "I am still here." },
  });
});

/** Olivia's status is to be lifted; Beatriz is an Owner too. */
async function aboutTwoOwners(): Promise<{ cast: Cast; id: string }> {
  const cast = await buildCast();
  await sql`update users set is_owner = true where id = ${cast.admin2.id}`;
  const { id } = await ownerRequest(cast.owner, cast.admin);
  await sql`update owner_requests set expires_at = now() + interval '30 days' where id = ${id}`;
  return { cast, id };
}

/** Nobody but the Owner is an admin; a lead proposes the user. */
async function rescue({ accountId, admin, admin2, user }: Cast): Promise<void> {
  const [lead] = await sql<{ id: string }[]>`
    insert into support_agents (first_name, last_name, email, role, password_hash, second_step_secret)
    values ('Lea', 'Lead', ${`${accountId}@support.example`}, 'lead', 'none', 'none') returning id`;
  await sql`update users set role = 'user' where id in (${admin.id}, ${admin2.id})`;
  await sql`update users set last_sign_in_at = now() - interval '1 day' where id = ${user.id}`;
  await sql`
    insert into owner_requests (account_id, kind, successor_id, capacity, requested_by_name,
      opened_by, reason)
    values (${accountId}, 'rescue', ${user.id}, 'lead', 'Lea Lead', ${lead?.id ?? ""},
      'Nobody answers')`;
}

function eventsOf({ accountId }: Cast) {
  return sql`
    select kind, actor_name as actor, user_id as about, data ->> 'words' as words
    from audit_events where account_id = ${accountId} order by at, id`;
}
