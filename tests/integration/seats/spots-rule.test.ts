import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { cancelReduction } from "#lib/seats/cancel-reduction";
import { keepSpotsToOwners } from "#lib/seats/keep-spots-to-owners";
import { letAdminsChangeSpots } from "#lib/seats/let-admins-change-spots";
import { reduceSeats } from "#lib/seats/reduce-seats";
import { getSubscriptionPage } from "#lib/seats/subscription-page";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, type Cast, member } from "#tests/support/cast";
import { startTogether } from "#tests/support/race";
import { expectRefusal } from "#tests/support/refused";

const request = () => ({ requestId: randomUUID() });
const reducing = () => ({ ...request(), total: 7, seenTotal: 10, reason: "" });

test("an Owner keeps changes of user spots to Owners, and lets every admin again", async () => {
  const cast = await buildCast();
  const [owner, admin] = [await member(cast.owner), await member(cast.admin)];
  expect((await getSubscriptionPage(admin)).whyNot).toBeNull();
  const kept = await keepSpotsToOwners(owner, request());
  expect(kept).toMatchObject({ kind: "account.spots_kept", actorName: cast.owner.name, data: {} });
  const page = await getSubscriptionPage(admin);
  expect(page.whyNot).toBe("spots_kept_to_owners");
  expect(page.rule).toMatchObject({ ownersKeepSeats: true, latest: { by: cast.owner.name } });
  expect((await getSubscriptionPage(owner)).whyNot).toBeNull();

  const open = await letAdminsChangeSpots(owner, request());
  expect(open).toMatchObject({ kind: "account.spots_open", actorName: cast.owner.name, data: {} });
  expect((await getSubscriptionPage(admin)).whyNot).toBeNull();
  await reduceSeats(admin, reducing());
});

test("while it is kept an admin neither reduces nor cancels what an Owner scheduled", async () => {
  const cast = await buildCast();
  const [owner, admin] = [await member(cast.owner), await member(cast.admin)];
  await keepSpotsToOwners(owner, request());
  await expectRefusal(() => reduceSeats(admin, reducing()), "spots_kept_to_owners");
  await reduceSeats(owner, reducing());
  const { subscription } = await getSubscriptionPage(admin);
  const scheduleId = subscription.schedule?.id ?? "";
  await expectRefusal(
    () => cancelReduction(admin, { ...request(), scheduleId }),
    "spots_kept_to_owners",
  );
  const claims = { ...admin, isOwner: true };
  await expectRefusal(
    () => cancelReduction(claims, { ...request(), scheduleId }),
    "spots_kept_to_owners",
  );
  await cancelReduction(owner, { ...request(), scheduleId });
});

test("an admin and a user do not change the rule, also by claiming to be an Owner", async () => {
  const cast = await buildCast();
  const [admin, user] = [await member(cast.admin), await member(cast.user)];
  const claims = { ...admin, isOwner: true };
  for (const change of [keepSpotsToOwners, letAdminsChangeSpots]) {
    await expectRefusal(() => change(admin, request()), "not_owner");
    await expectRefusal(() => change(claims, request()), "not_owner");
    await expectRefusal(() => change(user, request()), "not_admin");
  }
});

test("what is so already is refused and says by whom; the same form twice is one change", async () => {
  const cast = await buildCast();
  const owner = await member(cast.owner);
  await expectRefusal(() => letAdminsChangeSpots(owner, request()), "spots_open_already");
  const input = request();
  const first = await keepSpotsToOwners(owner, input);
  expect((await keepSpotsToOwners(owner, input)).id).toBe(first.id);
  const by = { by: cast.owner.name, at: first.at.toISOString() };
  await expectRefusal(() => keepSpotsToOwners(owner, request()), "spots_kept_already", by);
  await expectRefusal(() => letAdminsChangeSpots(owner, input), "request_reused");
});

test("another account's Owner keeps their own, not these", async () => {
  const cast = await buildCast();
  await keepSpotsToOwners(await member(cast.outsider), request());
  expect(await isKept(cast)).toBe(false);
});

test("of two Owners who keep them at the same moment one does, and the other learns so", async () => {
  const cast = await buildCast();
  const owner = await member(cast.owner);
  await sql`update users set is_owner = true where id = ${cast.admin.id}`;
  const other = await member(cast.admin);
  const outcomes = await startTogether(cast.accountId, [
    () => keepSpotsToOwners(owner, request()),
    () => keepSpotsToOwners(other, request()),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "spots_kept_already" },
  });
  expect(await isKept(cast)).toBe(true);
});

test("an account that can only be read keeps and lets, as it is about the subscription", async () => {
  const cast = await buildCast();
  const owner = await member(cast.owner);
  await sql`
    update subscriptions set status = 'ended', read_only_at = now() - interval '1 day'
    where account_id = ${cast.accountId}`;
  await keepSpotsToOwners(owner, request());
  await letAdminsChangeSpots(owner, request());
});

async function isKept({ accountId }: Cast): Promise<boolean> {
  const [row] = await sql<{ kept: boolean }[]>`
    select owners_keep_seats as kept from accounts where id = ${accountId}`;
  return row?.kept ?? false;
}
