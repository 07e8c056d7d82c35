import { randomUUID } from "node:crypto";
import type { TransactionSql } from "postgres";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Agent } from "#lib/actor";
import type { FindAccounts } from "#lib/support/account-search";
import { findAccounts } from "#lib/support/find-accounts";
import { findSeenName } from "#lib/support/find-seen-name";
import { getSearchPage } from "#lib/support/search-page";
import { owner } from "#tests/support/attempt";
import { buildCast, type Cast } from "#tests/support/cast";
import { connectAs } from "#tests/support/database";
import { expectRefusal } from "#tests/support/refused";
import { agent } from "#tests/support/support-cast";

let cast: Cast;
let rita: Agent;

beforeEach(async () => {
  cast = await buildCast();
  rita = await agent("agent");
});

/** What the search shows, by the names of its accounts. */
async function find(search: FindAccounts, who = rita): Promise<string[]> {
  const shown = await getSearchPage(who, await findAccounts(who, search));
  return shown?.accounts.map(({ name }) => name) ?? [];
}

async function rename(name: string): Promise<void> {
  await owner`update accounts set name = ${name} where id = ${cast.accountId}`;
}

async function latestEvent() {
  const [event] = await owner`select * from support_events order by at desc, id desc limit 1`;
  return event;
}

describe("an account is found", () => {
  test("by parts of its name in any order, whatever the case and the accents", async () => {
    const word = `Zürich${randomUUID().slice(0, 8)}`;
    await rename(`${word} Söhne GmbH`);
    for (const words of [
      word,
      word.toUpperCase().replace("Ü", "u"),
      `sohne ${word.slice(0, 12)}`,
    ]) {
      expect(await find({ way: "name", words })).toEqual([`${word} Söhne GmbH`]);
    }
    expect(await find({ way: "name", words: `${word} AG` })).toEqual([]);
  });

  test("by the e-mail of any of its users, active or not, and by no part of one", async () => {
    for (const { email } of [cast.owner, cast.user, cast.inactive]) {
      expect(await find({ way: "email", words: email.toUpperCase() })).toEqual(["Brightwater"]);
    }
    expect(await find({ way: "email", words: cast.owner.email.slice(0, -1) })).toEqual([]);
    expect(await find({ way: "email", words: `%${cast.owner.email.slice(1)}` })).toEqual([]);
  });

  test("by the card holder's name together with the last four digits, never by one alone", async () => {
    const holder = `Zoë ${randomUUID()}`;
    await owner`
      update accounts set card_holder_name = ${holder}, card_last4 = '4417' where id = ${cast.accountId}`;
    const words = holder.toUpperCase();
    expect(await find({ way: "card", words, last4: "4417" })).toEqual(["Brightwater"]);
    expect(await find({ way: "card", words, last4: "4418" })).toEqual([]);
    expect(await find({ way: "card", words: "Zoë", last4: "4417" })).toEqual([]);
  });

  test("by its id, with when it was opened and how many use it", async () => {
    const search = await findAccounts(rita, { way: "id", words: cast.accountId });
    expect(await getSearchPage(rita, search)).toMatchObject({
      ...{ way: "id", words: cast.accountId, found: 1 },
      accounts: [
        { id: cast.accountId, name: "Brightwater", users: 5, createdAt: expect.any(Date) },
      ],
    });
    expect(await find({ way: "id", words: randomUUID() })).toEqual([]);
  });

  test("by a name of one or two letters only where it is called just that", async () => {
    await rename("Ø3");
    expect(await find({ way: "name", words: "o3" })).toContain("Ø3");
    expect(await find({ way: "name", words: "b" })).toEqual([]);
    expect(await find({ way: "name", words: "3" })).toEqual([]);
  });

  test("by % and _ only where they stand in its name", async () => {
    const word = randomUUID().slice(0, 8);
    await rename(`100%_${word}`);
    expect(await find({ way: "name", words: `100%_${word}` })).toHaveLength(1);
    for (const words of ["%%%", "___", `100__${word}`, `%${word}%`, "%", "\\", "'--"]) {
      expect(await find({ way: "name", words }), words).toEqual([]);
    }
  });
});

test("more than twenty are said to be more, and twenty of them are shown by name", async () => {
  const word = `Many${randomUUID().slice(0, 8)}`;
  const casts = await Promise.all(Array.from({ length: 11 }, () => buildCast()));
  const ids = casts.flatMap(({ accountId, outsider }) => [accountId, outsider.accountId]);
  await owner`
    update accounts set name = ${word} || ' ' || chr(97 + place::int)
    from unnest(${ids}::uuid[]) with ordinality as each (id, place) where accounts.id = each.id`;
  const page = await getSearchPage(rita, await findAccounts(rita, { way: "name", words: word }));
  expect(page).toMatchObject({ found: 21 });
  const names = page?.accounts.map(({ name }) => name) ?? [];
  expect(names).toHaveLength(20);
  expect(names).toEqual(names.toSorted());
});

test("every search is a line of the console's log, and the digits of a card are kept nowhere", async () => {
  await find({ way: "card", words: "Rosa Reyes", last4: "9173" });
  const event = await latestEvent();
  expect(event).toMatchObject({
    ...{ kind: "accounts.searched", agent_id: rita.agentId, agent_name: rita.name },
    ...{ account_id: null, form_id: null },
    data: { way: "card", words: "Rosa Reyes", found: 0, accounts: [] },
  });
  expect(JSON.stringify(event)).not.toContain("9173");
});

test("going back shows the search again and leaves no line", async () => {
  const search = await findAccounts(rita, { way: "id", words: cast.accountId });
  const lines = () => owner`select count(*)::int from support_events`;
  const before = await lines();
  expect(await getSearchPage(rita, search)).toEqual(await getSearchPage(rita, search));
  expect(await lines()).toEqual(before);
});

test("another agent's search is nobody else's, and none is shown after half an hour", async () => {
  const search = await findAccounts(rita, { way: "id", words: cast.accountId });
  const lena = await agent("lead");
  expect(await getSearchPage(lena, search)).toBeNull();
  expect(await findSeenName(lena, cast.accountId)).toBeNull();
  expect(await findSeenName(rita, cast.accountId)).toBe("Brightwater");
  for (const id of [undefined, randomUUID()]) expect(await getSearchPage(rita, id)).toBeNull();

  const [old] = await owner<{ id: string }[]>`
    insert into support_events (kind, agent_id, agent_name, at, data)
    select kind, agent_id, agent_name, now() - interval '31 minutes',
      data || jsonb_build_object('accounts', jsonb_build_array(
        jsonb_build_object('id', ${cast.outsider.accountId}::text, 'name', 'Elsewhere')))
    from support_events where id = ${search} returning id`;
  expect(await getSearchPage(rita, old?.id)).toBeNull();
  expect(await findSeenName(rita, cast.outsider.accountId)).toBeNull();
});

test("other lines of the log are no searches", async () => {
  const [line] = await owner<{ id: string }[]>`
    insert into support_events (kind, agent_id, agent_name)
    values ('agent.signed_out', ${rita.agentId}, ${rita.name}) returning id`;
  expect(await getSearchPage(rita, line?.id)).toBeNull();
});

test("whoever signed out or was made inactive finds nothing, and nothing is logged", async () => {
  const search = { way: "id", words: cast.accountId } as const;
  await owner`
    update support_sessions set ended_at = now(), end_reason = 'signed_out' where id = ${rita.sessionId}`;
  await expectRefusal(() => findAccounts(rita, search), "not_signed_in");
  const gone = await agent("technical");
  await owner`update support_agents set status = 'inactive' where id = ${gone.agentId}`;
  await expectRefusal(() => findAccounts(gone, search), "not_signed_in");
  await expectRefusal(
    () => findAccounts({ ...gone, sessionId: randomUUID() }, search),
    "not_signed_in",
  );
});

describe("among twenty thousand accounts", () => {
  const console = connectAs("agent", { max: 1 });

  beforeAll(async () => {
    await owner.begin(async (tx) => {
      await tx`alter table accounts disable trigger user`;
      await tx`alter table users disable trigger user`;
      await tx`
        insert into accounts (id, name, seats_total, card_holder_name, card_last4)
        select md5('account' || n)::uuid, 'Realty Number ' || n || ' GmbH', 3, 'Person Payer ' || n,
          lpad((n % 10000)::text, 4, '0')
        from generate_series(1, 20000) n`;
      await tx`
        insert into users (account_id, first_name, last_name, email, role, is_owner)
        select md5('account' || n)::uuid, 'Person', 'Number ' || n, 'person' || n || '@many.example',
          'admin', true
        from generate_series(1, 20000) n`;
      await tx`alter table accounts enable trigger user`;
      await tx`alter table users enable trigger user`;
    });
    // What was just inserted waits beside the trigram index until then.
    await owner`vacuum analyze accounts`;
    await owner`vacuum analyze users`;
    return () => console.end();
  }, 120_000);

  test.each([
    ["name", "number 777", "accounts_search"],
    ["name", "gmbh 17771", "accounts_search"],
    ["name", "b", "accounts_search"],
    ["name", "%%%%% 17771", "accounts_search"],
    ["email", "Person777@many.example", "users_by_email"],
    ["card", "person payer 777", "accounts_by_card"],
    ["id", "2aee1c40199c7754da766e61452612cc", "accounts_pkey"],
  ])(
    "a search by %s for “%s” reads %s, not the table, however often it is asked",
    async (way, words, index) => {
      for (let time = 1; time <= 8; time++) {
        const [before, after] = await console.begin(async (tx) => {
          const before = await scans(tx, index);
          await tx`select support_find_accounts(${rita.sessionId}, ${way}, ${words}, '0777')`;
          return [before, await scans(tx, index)];
        });
        expect(after.index, `time ${time}`).toBeGreaterThan(before.index);
        expect({ ...after, index: 0 }).toEqual({ ...before, index: 0 });
      }
    },
  );
});

async function scans(tx: TransactionSql, index: string) {
  const [row] = await tx<{ index: number; accounts: number; users: number }[]>`
    select pg_stat_get_xact_numscans(${index}::regclass)::int as index,
      pg_stat_get_xact_numscans('accounts'::regclass)::int as accounts,
      pg_stat_get_xact_numscans('users'::regclass)::int as users`;
  return row ?? { index: 0, accounts: 0, users: 0 };
}
