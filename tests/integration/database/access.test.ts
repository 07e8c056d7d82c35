import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { attempt, expectRefused, owner } from "#tests/support/attempt";
import { buildCast, type Cast, type Person, startSession } from "#tests/support/cast";

test("an inactive user gets no session and no password link, and neither does nobody", async () => {
  const cast = await buildCast();
  for (const person of [cast.inactive, { ...cast.user, id: randomUUID() }]) {
    for (const who of ["app", "owner"] as const) {
      const { accountId } = cast;
      const session = { ...key(person), expires_at: tomorrow() };
      const sessionRefusal = person === cast.inactive ? "sessions_user_is_active" : /user/;
      await expectRefused(
        who,
        accountId,
        sessionRefusal,
        (tx) => tx`insert into sessions ${tx(session)}`,
      );
      const link = { ...session, token_hash: "hash" };
      const linkRefusal = person === cast.inactive ? "password_links_user_is_active" : /user/;
      await expectRefused(
        who,
        accountId,
        linkRefusal,
        (tx) => tx`insert into password_links ${tx(link)}`,
      );
    }
  }
});

test("neither does somebody who is made inactive by the same statement", async () => {
  const cast = await buildCast();
  const { accountId, user } = cast;
  await expectRefused(
    "app",
    accountId,
    "sessions_user_is_active",
    (tx) =>
      tx`
      with gone as (update users set status = 'inactive' where id = ${user.id} returning id)
      insert into sessions (account_id, user_id, expires_at)
      select ${accountId}, id, now() + interval '1 day' from gone`,
  );
  await expectRefused(
    "app",
    accountId,
    "sessions_user_is_active",
    (tx) =>
      tx`
      with gone as (update users set status = 'inactive' where id = ${user.id})
      insert into sessions (account_id, user_id, expires_at)
      values (${accountId}, ${user.id}, now() + interval '1 day')`,
  );
});

test("a session that has ended may be kept of an inactive user, and stays ended", async () => {
  const cast = await buildCast();
  await attempt(
    "app",
    cast.accountId,
    (tx) =>
      tx`
      insert into sessions ${tx({
        ...key(cast.inactive),
        expires_at: tomorrow(),
        ended_at: new Date(),
        end_reason: "signed_out",
      })}`,
  );
  await expectRefused(
    "app",
    cast.accountId,
    "sessions_stay_ended",
    (tx) => tx`update sessions set ended_at = null, end_reason = null`,
  );
});

test("whoever makes a user inactive ends all sessions and links, and says when and why", async () => {
  for (const who of ["app", "owner"] as const) {
    const cast = await buildCast();
    await giveAccess(cast.user);
    await giveAccess(cast.successor);
    await attempt(
      who,
      cast.accountId,
      (tx) =>
        tx`
        update users set status = 'inactive', inactivated_by = ${cast.admin.id}
        where id = ${cast.user.id}`,
    );
    expect(await listSessions(cast.user)).toEqual([
      { isOpen: false, end_reason: "user_inactivated", ended_by: cast.admin.id },
      { isOpen: false, end_reason: "user_inactivated", ended_by: cast.admin.id },
    ]);
    expect(await countOpenLinks(cast.user)).toBe(0);
    expect((await listSessions(cast.successor)).map(({ isOpen }) => isOpen)).toEqual([true, true]);
    expect(await countOpenLinks(cast.successor)).toBe(1);
  }
});

test("several people made inactive by one statement all lose their access", async () => {
  const cast = await buildCast();
  for (const person of [cast.user, cast.successor]) await giveAccess(person);
  await attempt(
    "app",
    cast.accountId,
    (tx) => tx`update users set status = 'inactive' where not is_owner`,
  );
  for (const person of [cast.user, cast.successor]) {
    expect((await listSessions(person)).map(({ isOpen }) => isOpen)).toEqual([false, false]);
    expect(await countOpenLinks(person)).toBe(0);
  }
});

test("making active again revives no session and no link", async () => {
  const cast = await buildCast();
  await giveAccess(cast.user);
  await attempt("app", cast.accountId, async (tx) => {
    await tx`update users set status = 'inactive' where id = ${cast.user.id}`;
    await tx`update users set status = 'active' where id = ${cast.user.id}`;
  });
  expect((await listSessions(cast.user)).map(({ isOpen }) => isOpen)).toEqual([false, false]);
  expect(await countOpenLinks(cast.user)).toBe(0);
  for (const change of [
    { ended_at: null, end_reason: null },
    { ended_at: tomorrow() },
    { end_reason: "signed_out" },
    { ended_by: cast.user.id },
  ]) {
    await expectRefused(
      "app",
      cast.accountId,
      "sessions_stay_ended",
      (tx) => tx`update sessions set ${tx(change)} where user_id = ${cast.user.id}`,
    );
  }
  for (const change of [{ ended_at: null }, { used_at: new Date() }, { ended_at: tomorrow() }]) {
    await expectRefused(
      "app",
      cast.accountId,
      "password_links_stay_ended",
      (tx) => tx`update password_links set ${tx(change)} where user_id = ${cast.user.id}`,
    );
  }
});

test("a session or a link is never passed on to somebody else, nor prolonged", async () => {
  const cast = await buildCast();
  await giveAccess(cast.user);
  const to = { user_id: cast.successor.id };
  const later = { expires_at: tomorrow() };
  for (const change of [to, later]) {
    for (const table of ["sessions", "password_links"]) {
      await expectRefused(
        "app",
        cast.accountId,
        /permission denied/,
        (tx) => tx`update ${tx(table)} set ${tx(change)}`,
      );
    }
  }
  await expectRefused(
    "owner",
    cast.accountId,
    "sessions_keep_their_user",
    (tx) => tx`update sessions set ${tx(to)} where user_id = ${cast.user.id}`,
  );
  await expectRefused(
    "owner",
    cast.accountId,
    "password_links_stay_ended",
    (tx) => tx`update password_links set ${tx(to)} where user_id = ${cast.user.id}`,
  );
});

test("no inactive user anywhere has an open session or link", async () => {
  const open = await owner`
    select u.name from users u where u.status = 'inactive' and (
      exists (select from sessions s where s.account_id = u.account_id and s.user_id = u.id
        and s.ended_at is null)
      or exists (select from password_links l where l.account_id = u.account_id
        and l.user_id = u.id and l.ended_at is null and l.used_at is null))`;
  expect(open).toEqual([]);
});

function key({ accountId, id }: Pick<Person, "accountId" | "id">) {
  return { account_id: accountId, user_id: id };
}

function tomorrow(): Date {
  return new Date(Date.now() + 24 * 60 * 60 * 1000);
}

async function giveAccess(person: Cast["user"]): Promise<void> {
  await startSession(person);
  await startSession(person);
  const link = { ...key(person), token_hash: randomUUID(), expires_at: tomorrow() };
  await owner`insert into password_links ${owner(link)}`;
}

async function listSessions({ accountId, id }: Person) {
  return owner<{ isOpen: boolean; end_reason: string | null; ended_by: string | null }[]>`
    select ended_at is null as "isOpen", end_reason, ended_by from sessions
    where account_id = ${accountId} and user_id = ${id}`;
}

async function countOpenLinks({ accountId, id }: Person): Promise<number> {
  const rows = await owner`
    select from password_links where account_id = ${accountId} and user_id = ${id}
      and ended_at is null and used_at is null`;
  return rows.length;
}
