import { expect, test } from "vitest";
import { readReassignAddress } from "#lib/transfers/reassign-address";
import { getReassignPage } from "#lib/transfers/reassign-page";
import { owner as sql } from "#tests/support/attempt";
import { buildCast, member } from "#tests/support/cast";
import { contactIdsOf } from "#tests/support/reassign";

test("letters stand as in an index, states the most frequent first", async () => {
  const cast = await buildCast({ contacts: 5 });
  const ids = await contactIdsOf(cast.user);
  const people = [
    ["Éva", "NY"],
    ["Zoe", "CA"],
    ["Zed", "CA"],
    ["Ann", ""],
    ["Fay", "CA"],
  ];
  for (const [n, [name = "", state = ""]] of people.entries()) {
    await sql`update contacts set first_name = ${name}, state = ${state} where id = ${ids[n] ?? ""}`;
  }
  const admin = await member(cast.admin);
  const labels = async (by: string) => {
    const address = readReassignAddress({ all: "1", assignee: cast.user.id, how: "rule", by });
    return (await getReassignPage(admin, address)).ruleValues.map(({ label }) => label);
  };
  expect(await labels("letter")).toEqual(["A", "E", "F", "Z"]);
  expect(await labels("state")).toEqual(["CA", "", "NY"]);
});

test("single contacts are named, some of them where they are many", async () => {
  const cast = await buildCast({ contacts: 12 });
  const ids = await contactIdsOf(cast.user);
  const admin = await member(cast.admin);
  const page = (contact: string[]) => getReassignPage(admin, readReassignAddress({ contact }));
  const { chosen } = await page(ids.slice(0, 2));
  expect(chosen.map(({ id }) => id).toSorted()).toEqual(ids.slice(0, 2).toSorted());
  expect((await page(ids)).chosen).toHaveLength(10);
  const all = await getReassignPage(
    admin,
    readReassignAddress({ all: "1", assignee: cast.user.id }),
  );
  expect(all.chosen).toEqual([]);
});
