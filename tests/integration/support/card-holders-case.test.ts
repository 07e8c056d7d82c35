import { expect, test } from "vitest";
import { askCardHolder } from "#lib/support/ask-card-holder";
import { nameSuccessor } from "#lib/support/name-successor";
import { noteCallback } from "#lib/support/note-callback";
import { openCase } from "#lib/support/open-case";
import { withdrawCase } from "#lib/support/withdraw-case";
import { owner as sql } from "#tests/support/attempt";
import {
  adminsCase,
  cardHolderAsks,
  carryOut,
  confirm,
  form,
  logsOf,
  ownersOf,
  rowOf,
  stated,
  verify,
} from "#tests/support/cases";
import { buildCast, type Cast } from "#tests/support/cast";
import { jobsOf } from "#tests/support/jobs";
import { expectRefusal } from "#tests/support/refused";
import { agent, hasSignedIn, lookInto, ownerRequest } from "#tests/support/support-cast";

const opening = ({ accountId, owner, admin2 }: Cast) => ({
  ...form(),
  account: accountId,
  userId: owner.id,
  successorId: admin2.id,
  reason: "Left the company in May.",
  ...stated,
});

test("an agent opens a case for who knows the card: Owners are told, the billing address is asked", async () => {
  const cast = await buildCast();
  await hasSignedIn(cast.admin2);
  const rita = await agent("agent", "Rita Reed");
  const looking = await lookInto(rita, cast);
  const input = opening(cast);
  const event = await openCase(looking, input);
  expect(await openCase(looking, input)).toEqual(event);
  expect(event).toMatchObject({
    actorName: "Rita Reed of support",
    userName: "Olivia Okafor",
    data: { capacity: "card_holder", byName: "Paul Payer", successor: "Beatriz Braga" },
  });
  const [row] = await sql`select * from owner_requests where account_id = ${cast.accountId}`;
  expect(row).toMatchObject({
    number: String(event.data.caseNumber),
    opened_by: rita.agentId,
    assigned_to: rita.agentId,
    confirm_sent_to: "billing@payer.example",
    confirmed_at: null,
    verified_at: null,
  });
  const letters = await sql`
    select user_id from owner_request_letters where account_id = ${cast.accountId}`;
  expect(letters).toEqual([{ user_id: cast.owner.id }]);
  expect((await jobsOf(cast.accountId)).map(({ payload }) => payload.news)).toEqual([
    "begun",
    "confirm",
  ]);
  const { inAccount, inConsole } = await logsOf(cast.accountId);
  for (const log of [inAccount, inConsole]) {
    expect(log.map(({ kind }) => kind)).toEqual(["owner_request.opened"]);
    expect(JSON.stringify(log)).not.toContain("4242");
  }
});

test("it is verified once they have confirmed with the link and were called back, in whatever order", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  await askCardHolder(rita, { ...form(), ...stated });
  await expectRefusal(() => verify(rita), "case_not_confirmed");
  await confirm(rita);
  await expectRefusal(() => verify(rita), "case_not_called_back");
  const called = { ...form(), callbackNumber: stated.callbackNumber };
  const event = await noteCallback(rita, called);
  expect(event.data).toMatchObject({ number: "+49 30 1234567" });
  await verify(rita);
  await carryOut(tom);
  expect(await ownersOf(cast.accountId)).toEqual(["Beatriz Braga"]);
});

test("what the card holder confirmed with one successor is confirmed anew with another", async () => {
  const cast = await buildCast();
  const { rita } = await adminsCase(cast);
  await hasSignedIn(cast.admin);
  await cardHolderAsks(rita);
  await nameSuccessor(rita, { ...form(), successorId: cast.admin.id });
  const news = (await jobsOf(cast.accountId)).map(({ payload }) => payload.news);
  expect(news).toEqual(["confirm", "begun", "confirm"]);
  await expectRefusal(() => verify(rita), "case_not_confirmed");
  // The link that was sent confirms it once more.
  await confirm(rita);
  await verify(rita);
});

test("a call back was to one card holder: another one is called anew, at the same number too", async () => {
  const cast = await buildCast();
  const { rita } = await adminsCase(cast);
  await cardHolderAsks(rita);
  await askCardHolder(rita, { ...form(), ...stated });
  expect(await rowOf(rita)).toMatchObject({ called_back_by: rita.agentId, confirmed_at: null });
  await sql`
    update accounts set card_holder_name = 'Nora Next' where id = ${cast.accountId}`;
  await askCardHolder(rita, { ...form(), ...stated, holderName: "Nora Next" });
  await confirm(rita);
  expect(await rowOf(rita)).toMatchObject({ called_back_at: null, called_back_by: null });
  await expectRefusal(() => verify(rita), "case_not_called_back");
});

test("who does not know the card gets no case, whether name or digits are wrong, or no card is on file", async () => {
  const cast = await buildCast();
  await hasSignedIn(cast.admin2);
  const looking = await lookInto(await agent("agent"), cast);
  for (const wrong of [{ last4: "4243" }, { holderName: "Paula Payer" }]) {
    await expectRefusal(
      () => openCase(looking, { ...opening(cast), ...wrong }),
      "case_card_differs",
    );
  }
  const { rita } = await adminsCase(await buildCast());
  for (const wrong of [{ last4: "4243" }, { holderName: "Paula Payer" }]) {
    const asking = { ...form(), ...stated, ...wrong };
    await expectRefusal(() => askCardHolder(rita, asking), "case_card_differs");
  }
  await openCase(looking, { ...opening(cast), holderName: "paul PAYER" });

  const bare = await buildCast();
  await hasSignedIn(bare.admin2);
  await sql`update accounts set billing_email = null where id = ${bare.accountId}`;
  const there = await lookInto(await agent("agent"), bare);
  await expectRefusal(() => openCase(there, opening(bare)), "no_billing_address");
  await sql`
    update accounts set card_holder_name = null, card_last4 = null where id = ${bare.accountId}`;
  await expectRefusal(() => openCase(there, opening(bare)), "case_card_differs");
});

test("no case is opened about who is no Owner, twice, for a last Owner alone, or in another account", async () => {
  const cast = await buildCast();
  await hasSignedIn(cast.admin2);
  const looking = await lookInto(await agent("agent"), cast);
  const refused = (change: object) => () => openCase(looking, { ...opening(cast), ...change });
  const { owner, admin, admin2, user, inactive, outsider } = cast;
  await expectRefusal(refused({ userId: admin.id }), "case_not_owner", { name: "Adam Aalto" });
  await expectRefusal(refused({ userId: outsider.id }), "not_found");
  await expectRefusal(refused({ successorId: outsider.id }), "not_found");
  await expectRefusal(refused({ successorId: undefined }), "case_successor_missing", {
    name: "Olivia Okafor",
  });
  for (const successor of [owner, admin, user, inactive]) {
    await expectRefusal(refused({ successorId: successor.id }), "case_successor_unfit", {
      successor: successor.name,
    });
  }
  for (const role of ["technical", "lead"] as const) {
    const other = await lookInto(await agent(role), cast);
    await expectRefusal(() => openCase(other, opening(cast)), "not_your_role");
  }
  await ownerRequest(owner, admin, { successor: admin2 });
  await expectRefusal(refused({}), "case_open_already", { name: "Olivia Okafor" });
});

test("another Owner's case needs no successor, and where another stays nobody becomes one", async () => {
  const cast = await buildCast();
  await sql`update users set is_owner = true where id = ${cast.admin.id}`;
  const looking = await lookInto(await agent("agent"), cast);
  const event = await openCase(looking, { ...opening(cast), successorId: undefined });
  expect(event.data.successor).toBeUndefined();
});

test("another card or billing address undoes the confirmation and the verification", async () => {
  for (const change of [
    { card_last4: "1111" },
    { card_holder_name: "Rosa Reyes" },
    { billing_email: "new@payer.example" },
  ]) {
    const cast = await buildCast();
    const { rita, tom } = await adminsCase(cast);
    await cardHolderAsks(rita);
    await verify(rita);
    await sql`update accounts set ${sql(change)} where id = ${cast.accountId}`;
    expect(await rowOf(rita)).toMatchObject({ lapse: "card_changed", confirmed_at: null });
    const isOfCard = !("billing_email" in change);
    const code = isOfCard ? "case_card_differs" : "case_not_confirmed";
    await expectRefusal(() => carryOut(tom), code);
    await expectRefusal(() => verify(rita), code);
  }
});

test("an admin's case becomes the card holder's and holds when the admin has left", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  await verify(rita);
  await cardHolderAsks(rita);
  expect(await rowOf(rita)).toMatchObject({
    capacity: "card_holder",
    requested_by_name: "Paul Payer",
    verified_at: null,
  });
  await verify(rita);
  await sql`update users set status = 'inactive' where id = ${cast.admin.id}`;
  await carryOut(tom);
});

test("a call counts for the number that was shown, once, and another number has to be called anew", async () => {
  const cast = await buildCast();
  const { rita, tom } = await adminsCase(cast);
  const call = (callbackNumber: string) => () => noteCallback(rita, { ...form(), callbackNumber });
  await expectRefusal(call(stated.callbackNumber), "case_of_admin", { name: "Adam Aalto" });
  await askCardHolder(rita, { ...form(), ...stated });
  await expectRefusal(call("+49 30 7654321"), "case_changed");
  const called = { ...form(), callbackNumber: stated.callbackNumber };
  await expectRefusal(() => noteCallback(tom, called), "not_your_role");
  await noteCallback(rita, called);
  await expectRefusal(call(stated.callbackNumber), "case_called_back_already", { by: "Rita Reed" });
  await askCardHolder(rita, { ...form(), ...stated, callbackNumber: "+49 30 7654321" });
  expect(await rowOf(rita)).toMatchObject({ called_back_at: null, confirmed_at: null });
});

test("support takes back what the card holder asked, and not what an admin did", async () => {
  const cast = await buildCast();
  const { rita } = await adminsCase(cast);
  const input = { reason: "Found the password again." };
  await expectRefusal(() => withdrawCase(rita, { ...form(), ...input }), "case_of_admin");
  await askCardHolder(rita, { ...form(), ...stated });
  await withdrawCase(rita, { ...form(), ...input });
  expect(await rowOf(rita)).toMatchObject({ state: "withdrawn", end_reason: input.reason });
});
