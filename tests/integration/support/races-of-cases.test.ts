import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { Refusal } from "#lib/refusal";
import { hashPassword } from "#lib/sessions/password";
import { openCase } from "#lib/support/open-case";
import { withdrawCase } from "#lib/support/withdraw-case";
import { inactivateUser } from "#lib/users/inactivate-user";
import { makeOwner } from "#lib/users/make-owner";
import { owner as sql } from "#tests/support/attempt";
import {
  adminsCase,
  cardHolderAsks,
  carryOut,
  form,
  inCase,
  object,
  ownersOf,
  rowOf,
  stated,
  verify,
} from "#tests/support/cases";
import { buildCast, type Cast, member, type Person } from "#tests/support/cast";
import { expectEveryRule, isolations, startTogether, useIsolation } from "#tests/support/race";
import { agent, hasSignedIn, lookInto, ownerRequest } from "#tests/support/support-cast";

const ROUNDS = 20;
const rounds = Array.from({ length: ROUNDS }, (_, round) => round);

describe.each(isolations)("at %s", (isolation) => {
  beforeAll(() => useIsolation(isolation));
  afterEach(expectEveryRule);

  test("of two technicians in the same second one carries it out, and the other reads who", async () => {
    for (const _ of rounds) {
      const { cast, request, tom } = await verifiedCase();
      const tina = await inCase(await agent("technical", "Tina Tran"), cast, request);
      const results = await startTogether(cast.accountId, [
        () => carryOut(tom),
        () => carryOut(tina),
      ]);
      expect(results.map(codeOf).sort()).toEqual(["case_carried_out", "done"]);
      const [done, refused] = results[0]?.status === "fulfilled" ? [tom, 1] : [tina, 0];
      expect(factsOf(results[refused])).toMatchObject({ by: done.name });
      expect(await ownersOf(cast.accountId)).toEqual(["Beatriz Braga"]);
    }
  });

  test("an objection at the same moment stops it, or comes too late", async () => {
    for (const round of rounds) {
      const { cast, tom } = await verifiedCase();
      // Written around the use case, it does not wait for the account.
      const starts = [() => carryOut(tom), () => object(cast.owner)];
      const results = await Promise.allSettled(inTurn(round, starts).map((start) => start()));
      const [carried, objected] = inTurn(round, results).map(codeOf);
      const row = await rowOf(tom);
      if (carried === "done") {
        expect(row).toMatchObject({ state: "carried_out" });
        expect([row.objected_at === null, objected === "done"]).toEqual([true, false]);
      } else {
        expect([carried, objected]).toEqual(["case_objected", "done"]);
        expect(await ownersOf(cast.accountId)).toEqual(["Olivia Okafor"]);
      }
    }
  });

  test("of carrying out and withdrawing one happens", async () => {
    for (const round of rounds) {
      const { cast, rita, tom } = await verifiedCase({ byCardHolder: true });
      const starts = [
        () => carryOut(tom),
        () => withdrawCase(rita, { ...form(), reason: "Not needed." }),
      ];
      const results = inTurn(
        round,
        await startTogether<unknown>(cast.accountId, inTurn<() => Promise<unknown>>(round, starts)),
      ).map(codeOf);
      const owners = await ownersOf(cast.accountId);
      if (results[0] === "done") {
        expect([results[1], owners]).toEqual(["case_carried_out", ["Beatriz Braga"]]);
      } else {
        expect([results, owners]).toEqual([["case_ended", "done"], ["Olivia Okafor"]]);
      }
    }
  });

  test("a successor who is made inactive at the same moment is no Owner, or cannot be made inactive", async () => {
    for (const round of rounds) {
      const { cast, tom } = await verifiedCase();
      const adam = await member(cast.admin);
      const results = await both(round, cast, () => carryOut(tom), makeInactive(adam, cast.admin2));
      const owners = await ownersOf(cast.accountId);
      if (results[0] === "done") {
        expect([results[1], owners]).toEqual(["user_is_owner", ["Beatriz Braga"]]);
      } else {
        expect([results, owners]).toEqual([["case_successor_unfit", "done"], ["Olivia Okafor"]]);
      }
    }
  });

  test("made inactive at the same moment, who asked has asked in vain, or it was done before", async () => {
    for (const round of rounds) {
      const { cast, tom } = await verifiedCase();
      const olivia = await member(cast.owner);
      const [carried, left] = await both(
        round,
        cast,
        () => carryOut(tom),
        makeInactive(olivia, cast.admin),
      );
      expect(left).toBe("done");
      const isDone = (await ownersOf(cast.accountId))[0] === "Beatriz Braga";
      expect(carried).toBe(isDone ? "done" : "case_requester_gone");
    }
  });

  test("of two cases about the last two Owners one is carried out: nobody is left without an Owner", async () => {
    for (const round of rounds) {
      const cast = await buildCast();
      await sql`update users set is_owner = true where id = ${cast.admin2.id}`;
      const [rita, tom, tina] = [
        await agent("agent"),
        await agent("technical"),
        await agent("technical", "Tina Tran"),
      ];
      const about = async (person: Person, who: typeof tom) => {
        const request = await ownerRequest(person, cast.admin, { waitsHours: -1 });
        await verify(await inCase(rita, cast, request));
        return inCase(who, cast, request);
      };
      const [one, other] = [await about(cast.owner, tom), await about(cast.admin2, tina)];
      const results = await both(
        round,
        cast,
        () => carryOut(one),
        () => carryOut(other),
      );
      expect(results.sort()).toEqual(["case_successor_missing", "done"]);
      expect(await ownersOf(cast.accountId)).toHaveLength(1);
    }
  });

  test("while an Owner makes another one, both happen: the successor is needed, or not any more", async () => {
    const passwordHash = await hashPassword("the owner's password");
    for (const round of rounds) {
      const { cast, tom } = await verifiedCase();
      await sql`
        update users set password_hash = ${passwordHash}
        where id in (${cast.owner.id}, ${cast.admin.id})`;
      const olivia = await member(cast.owner);
      const making = { ...form(), userId: cast.admin.id, password: "the owner's password" };
      const [carried, made] = await both(
        round,
        cast,
        () => carryOut(tom),
        () => makeOwner(olivia, making),
      );
      expect(carried).toBe("done");
      expect(await ownersOf(cast.accountId)).toEqual([
        made === "done" ? "Adam Aalto" : "Beatriz Braga",
      ]);
      expect(["done", "not_owner"]).toContain(made);
    }
  });

  test("two agents who verify, and a form sent twice at once, do it once", async () => {
    for (const _ of rounds) {
      const cast = await buildCast();
      const { request, rita } = await adminsCase(cast);
      const ruth = await inCase(await agent("agent", "Ruth Ross"), cast, request);
      const results = await startTogether(cast.accountId, [() => verify(rita), () => verify(ruth)]);
      expect(results.map(codeOf).sort()).toEqual(["case_verified_already", "done"]);
    }
    const cast = await buildCast();
    await hasSignedIn(cast.admin2);
    const looking = await lookInto(await agent("agent"), cast);
    const input = {
      ...{ ...form(), ...stated, account: cast.accountId, reason: "Left in May." },
      ...{ userId: cast.owner.id, successorId: cast.admin2.id },
    };
    const twice = () => openCase(looking, input);
    const [one, other] = await startTogether(cast.accountId, [twice, twice]);
    expect(one).toMatchObject({ status: "fulfilled" });
    expect(other).toEqual(one);
    const again = await startTogether(cast.accountId, [
      () => openCase(looking, { ...input, ...form() }),
    ]);
    expect(again.map(codeOf)).toEqual(["case_open_already"]);
  });
});

async function verifiedCase({ byCardHolder = false } = {}) {
  const cast = await buildCast();
  const all = await adminsCase(cast);
  if (byCardHolder) await cardHolderAsks(all.rita);
  await verify(all.rita);
  return { cast, ...all };
}

const makeInactive =
  (actor: Awaited<ReturnType<typeof member>>, { id }: Person) =>
  () =>
    inactivateUser(actor, {
      ...{ ...form(), userId: id, contacts: "leave" as const },
      ...{ successorIds: [], reason: "" },
    });

/** What became of both, which take turns in being first. */
async function both(
  round: number,
  { accountId }: Cast,
  ...starts: [() => Promise<unknown>, () => Promise<unknown>]
): Promise<string[]> {
  const results = await startTogether<unknown>(accountId, inTurn(round, starts));
  return inTurn(round, results).map(codeOf);
}

function inTurn<T>(round: number, all: T[]): T[] {
  return round % 2 ? all : all.toReversed();
}

function codeOf(result: PromiseSettledResult<unknown>): string {
  if (result.status === "fulfilled") return "done";
  return result.reason instanceof Refusal ? result.reason.code : String(result.reason);
}

function factsOf(result: PromiseSettledResult<unknown> | undefined) {
  return result?.status === "rejected" && result.reason instanceof Refusal
    ? result.reason.facts
    : null;
}
