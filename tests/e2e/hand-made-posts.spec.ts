import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { insertContacts, openAccount } from "#tests/support/e2e-account";
import { type Changes, type Fields, fieldsOf, post, withFields } from "#tests/support/e2e-forms";
import { type Account, expect, type Page, type Person, test } from "#tests/support/e2e-test";
import { transferBook } from "#tests/support/transfer-book";

const sheet = ({ id }: Person) => `/admin/users/${id}/inactivate`;

const several = (...people: Person[]) =>
  `/admin/users/inactivate?${people.map(({ id }) => `user=${id}`).join("&")}`;
const inAWeek = () => new Date(Date.now() + 7 * 24 * 60 * 60_000).toISOString().slice(0, 16);

// Posted by hand, they say nothing about the browser's own scripts: once is enough.
test.describe("a form posted by hand", { tag: "@with-javascript" }, () => {
  test("is nobody's without a sign-in", async ({ account, enter, visit, sql }) => {
    const admin = await enter(account.admin);
    const stranger = await visit();
    await stranger.goto("/sign-in");
    const forms = await formsOf(sql, admin, account);
    await changesNothing(sql, account, async () => {
      for (const [path, fields] of forms) {
        const answer = await post(stranger, path, fields);
        const location = `/sign-in?next=${encodeURIComponent(path)}`;
        expect([answer.status(), answer.headers().location]).toEqual([303, location]);
      }
    });
  });

  test("is not a plain user's", async ({ account, enter, sql }) => {
    const admin = await enter(account.admin);
    const plain = await enter(account.emile);
    const forms = await formsOf(sql, admin, account);
    await changesNothing(sql, account, async () => {
      for (const [path, fields] of forms) {
        if (isEverybodys(path)) continue;
        const status = (await post(plain, path, fields)).status();
        // Whose the contacts are is seen only when they are looked at: that is refused in a sentence.
        // A reassignment by somebody else is not even there.
        const refused = isAboutOwn(path)
          ? [200]
          : path.startsWith("/transfers")
            ? [403, 404]
            : [403];
        expect([path, refused]).toEqual([path, expect.arrayContaining([status])]);
      }
    });
  });

  test("is not another account's admin's", async ({ account, enter, sql }) => {
    const admin = await enter(account.admin);
    const outsider = await enter((await openAccount(sql)).admin);
    const forms = await formsOf(sql, admin, account);
    await changesNothing(sql, account, async () => {
      for (const [path, fields] of forms) {
        if (path === "/admin/users/new" || path === "/contacts/new") continue;
        const status = path.startsWith("/contacts/reassign") ? 200 : 404;
        expect([path, (await post(outsider, path, fields)).status()]).toEqual([path, status]);
      }
    });
  });

  test("is not an admin's who was made inactive a second ago", async ({ account, enter, sql }) => {
    const admin = await enter(account.admin);
    const fallen = await enter(account.otherAdmin);
    const forms = await formsOf(sql, fallen, account);
    const fields = await fieldsOf(admin, sheet(account.otherAdmin), "Make Inactive");
    expect((await post(admin, sheet(account.otherAdmin), fields)).status()).toBe(303);
    await changesNothing(sql, account, async () => {
      for (const [path, fields] of forms) {
        const { location } = (await post(fallen, path, fields)).headers();
        expect([path, location]).toEqual([path, "/sign-in?ended=inactivated"]);
      }
    });
  });

  test("changes nothing with fields that cannot be, and says why", async ({
    account,
    enter,
    sql,
  }) => {
    const page = await enter(account.admin);
    const fields = await fieldsOf(page, sheet(account.leaver), "Make Inactive");
    const one = withFields(fields, { contacts: "one", successorId: account.carl.id });
    const incomplete = "The form is incomplete. Open the page again.";
    const absurd: [Changes, string][] = [
      [{ requestId: null }, incomplete],
      [{ requestId: "1 or 1=1" }, incomplete],
      [{ requestId: [randomUUID(), randomUUID()] }, incomplete],
      [{ userId: null }, "This entry does not exist."],
      [{ userId: "x" }, "This entry does not exist."],
      [{ contacts: null }, "Choose what happens to the contacts."],
      [{ contacts: "delete" }, "Choose what happens to the contacts."],
      [{ contacts: ["one", "split"] }, "Choose what happens to the contacts."],
      [{ successorId: "x" }, "This entry does not exist."],
      [{ successorId: null }, "Choose who receives the contacts."],
      [{ contacts: "split", successorIds: ["x", "y"] }, "This entry does not exist."],
      [{ contacts: "split", successorIds: account.carl.id }, "Choose at least two colleagues"],
      [
        { contacts: "split", successorIds: [account.carl.id, account.carl.id] },
        "Choose at least two colleagues",
      ],
      [
        { contacts: "split", successorIds: Array.from({ length: 51 }, () => randomUUID()) },
        "Choose at most 50 people.",
      ],
      [{ when: "never" }, "Choose when."],
      [{ when: "later", runAt: null }, "Choose a date and time."],
      [{ when: "later", runAt: "tomorrow" }, "Choose a date and time, such as"],
      [{ when: "later", runAt: "2026-02-30T18:00" }, "Choose a date and time, such as"],
      [{ when: "later", runAt: "2020-02-20T18:00" }, "is over already."],
      [{ when: "later", runAt: "9999-12-31T23:59" }, "is more than a year ahead."],
      [{ tell: "perhaps" }, "Choose whether to tell by e-mail."],
      [
        { tell: "yes", line: "l".repeat(501) },
        "The personal line can have at most 500 characters.",
      ],
      [{ reason: "a\0b" }, "The reason has characters that cannot be kept."],
      [{ reason: "r".repeat(10_000) }, "The reason can have at most 500 characters."],
    ];
    await changesNothing(sql, account, async () => {
      for (const [changes, sentence] of absurd) {
        const answer = await post(page, sheet(account.leaver), withFields(one, changes));
        expect([changes, answer.status()]).toEqual([changes, 200]);
        expect(await answer.text()).toContain(sentence);
      }
    });
  });

  test("edits nobody with fields that cannot be, and says why", async ({ account, enter, sql }) => {
    const page = await enter(account.admin);
    const path = `/admin/users/${account.leaver.id}/edit`;
    const fields = withFields(await fieldsOf(page, path, "Save changes"), { lastName: "Other" });
    const absurd: [Changes, string][] = [
      [{ seen: null }, "Open the page again."],
      [{ seen: "x".repeat(200) }, "Open the page again."],
      [{ seen: "something else" }, "after you had opened the page. Nothing was changed."],
      [{ firstName: "\u200b" }, "First name is missing."],
      [{ lastName: "x".repeat(101) }, "Last name can have at most 100 characters."],
      [{ firstName: "Uma\u202e" }, "First name has characters that cannot be kept."],
      [{ email: "uma" }, "This does not look like an e-mail address."],
      [{ email: [account.leaver.email, "x@y.example"] }, "E-mail is missing."],
      [{ role: "owner" }, "Choose a role."],
      [{ defaultSuccessorId: "x" }, "This entry does not exist."],
      [{ defaultSuccessorId: randomUUID() }, "is not an active user of this account."],
      [{ isSamePerson: "yes" }, "Give the reason why it is the same person."],
      [{ samePersonReason: "r".repeat(501) }, "The reason can have at most 500 characters."],
    ];
    await changesNothing(sql, account, async () => {
      for (const [changes, sentence] of absurd) {
        const answer = await post(page, path, withFields(fields, changes));
        expect([changes, answer.status()]).toEqual([changes, 200]);
        expect(await answer.text()).toContain(sentence);
      }
      const owners = withFields(fields, { userId: account.owner.id, role: "user" });
      expect(await (await post(page, path, owners)).text()).toContain("who is always an admin.");
    });
  });

  test("for several at once changes nothing with fields that cannot be, and says why", async ({
    account,
    enter,
    sql,
  }) => {
    const page = await enter(account.admin);
    const path = several(account.leaver, account.carl);
    const fields = withFields(await fieldsOf(page, path, "Make Inactive"), { contacts: "leave" });
    const absurd: [Changes, string][] = [
      [{ userIds: null }, "Choose at least one user."],
      [{ userIds: "x" }, "This entry does not exist."],
      [
        { userIds: Array.from({ length: 101 }, () => randomUUID()) },
        "Choose at most 100 users at once.",
      ],
      [{ contacts: "delete" }, "Choose what happens to the contacts."],
      [{ contacts: "one", successorId: account.carl.id }, "cannot receive the contacts."],
      [{ contacts: "one", successorId: randomUUID() }, "is not an active user of this account."],
      [{ userIds: [account.owner.id, account.admin.id] }, "Nobody was made inactive."],
    ];
    await changesNothing(sql, account, async () => {
      for (const [changes, sentence] of absurd) {
        const answer = await post(page, path, withFields(fields, changes));
        expect([changes, answer.status()]).toEqual([changes, 200]);
        expect(await answer.text()).toContain(sentence);
      }
    });
  });

  test("gives contacts to nobody who cannot have them", async ({ account, enter, sql }) => {
    const page = await enter(account.admin);
    const other = await openAccount(sql);
    const fields = await fieldsOf(page, sheet(account.leaver), "Make Inactive");
    const others = [account.former, other.carl, { id: randomUUID() }];
    await changesNothing(sql, account, async () => {
      for (const { id } of others) {
        const choices: Changes[] = [
          { contacts: "one", successorId: id },
          { contacts: "split", successorIds: [account.carl.id, id] },
        ];
        for (const choice of choices) {
          const answer = await post(page, sheet(account.leaver), withFields(fields, choice));
          expect(await answer.text()).toContain("is not an active user of this account.");
        }
      }
      const own = { contacts: "one", successorId: account.leaver.id };
      const answer = await post(page, sheet(account.leaver), withFields(fields, own));
      expect(await answer.text()).toContain("who is being made inactive. Nothing was changed.");
    });
  });

  test("makes neither an Owner, oneself, nor an inactive user inactive", async ({
    account,
    enter,
    sql,
  }) => {
    const page = await enter(account.admin);
    const fields = await fieldsOf(page, sheet(account.leaver), "Make Inactive");
    const cases: [Person, string][] = [
      [account.owner, "is an Account Owner and cannot be made inactive. Nothing was changed."],
      [account.admin, "You cannot make yourself inactive. Nothing was changed."],
      [account.former, "is inactive already since"],
    ];
    await changesNothing(sql, account, async () => {
      for (const [person, sentence] of cases) {
        const changed = withFields(fields, { userId: person.id, contacts: "leave" });
        expect(await (await post(page, sheet(account.leaver), changed)).text()).toContain(sentence);
      }
    });
  });

  test("is refused when it has ten megabytes", async ({ account, enter, sql }) => {
    const page = await enter(account.admin);
    const fields = await fieldsOf(page, sheet(account.leaver), "Make Inactive");
    const huge = withFields(fields, { contacts: "leave", reason: "r".repeat(10_000_000) });
    await changesNothing(sql, account, async () => {
      const answer = await post(page, sheet(account.leaver), huge);
      expect(answer.status()).toBe(413);
      expect(await answer.text()).toContain("<h1>");
    });
  });

  test("from another site is refused", async ({ account, enter, sql }) => {
    const page = await enter(account.admin);
    const fields = await fieldsOf(page, sheet(account.leaver), "Make Inactive");
    const form = new FormData();
    for (const [name, value] of withFields(fields, { contacts: "leave" })) form.append(name, value);
    await changesNothing(sql, account, async () => {
      for (const origin of ["https://evil.example", "null"]) {
        const answer = await page.request.post(sheet(account.leaver), {
          multipart: form,
          maxRedirects: 0,
          headers: { origin },
        });
        expect([origin, answer.status()]).toEqual([origin, 403]);
      }
    });
  });

  test("twice, one after the other or at once, is done once and shows one result", async ({
    account,
    enter,
    sql,
  }) => {
    const page = await enter(account.admin);
    const fields = withFields(await fieldsOf(page, sheet(account.leaver), "Make Inactive"), {
      contacts: "one",
      successorId: account.carl.id,
    });
    const twice = () => post(page, sheet(account.leaver), fields);
    const answers = [...(await Promise.all([twice(), twice(), twice()])), await twice()];
    expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303, 303]);
    expect(new Set(answers.map((answer) => answer.headers().location)).size).toBe(1);
    const done = await sql`
      select 1 from audit_events where account_id = ${account.id} and kind = 'user.inactivated'`;
    expect(done).toHaveLength(1);
  });

  test("with the request of another form is refused", async ({ account, enter, sql }) => {
    const page = await enter(account.admin);
    const fields = withFields(await fieldsOf(page, sheet(account.leaver), "Make Inactive"), {
      contacts: "leave",
    });
    await post(page, sheet(account.leaver), fields);
    const request = fields.find(([name]) => name === "requestId")?.[1] ?? "";
    const path = `/admin/users/${account.former.id}/reactivate`;
    const other = await fieldsOf(page, path, "Make Active");
    await changesNothing(sql, account, async () => {
      const answer = await post(page, path, withFields(other, { requestId: request }));
      expect(await answer.text()).toContain("This form was sent before, for something else.");
    });
  });
});

/** Forms that every member may send. */
function isEverybodys(path: string): boolean {
  return /^\/contacts\/(new|[0-9a-f-]{36}(\/edit)?)$/.test(path);
}

/** Forms that every member may send about what is theirs. */
function isAboutOwn(path: string): boolean {
  return path.startsWith("/contacts?") || path.startsWith("/contacts/reassign");
}

/** Every form of a member that changes something, filled in so that it would work. */
async function formsOf(sql: Sql, page: Page, account: Account): Promise<[string, Fields][]> {
  const { leaver, former, carl, dora, emile, admin, contact } = account;
  await sql`
    insert into scheduled_inactivations (account_id, user_id, run_at, plan, scheduled_by)
    values (${account.id}, ${emile.id}, now() + interval '1 day',
      '{"contacts": "leave", "successorIds": [], "reason": ""}', ${admin.id})
    on conflict do nothing`;
  await sql`update users set password_hash = null where id = ${dora.id}`;
  await sql`
    insert into second_steps (account_id, user_id, secret, confirmed_at)
    values (${account.id}, ${emile.id}, 'sealed', now())`;
  const [book] = await sql<{ id: string }[]>`
    select id from books where account_id = ${account.id} and assignee_id = ${former.id}`;
  const transferId = await transferBook(sql, book?.id ?? "", account.carl);
  await sql`
    insert into email_changes (account_id, user_id, from_email, to_email, requested_by, expires_at,
      token_hash, needs_agreement, agreement_hash)
    values (${account.id}, ${emile.id}, ${emile.email}, 'emile@x.example', ${admin.id},
      now() + interval '1 day', 'one', false, 'two')`;
  const [other, gone] = await insertContacts(sql, carl, 2, "Other");
  await sql`update contacts set deleted_at = now() where id = ${gone?.id ?? ""}`;
  const [planned] = await sql<{ id: string }[]>`
    insert into planned_transfers (account_id, kind, by_user_id, from_user_id, selection, plan)
    values (${account.id}, 'reassignment', ${admin.id}, ${leaver.id}, '{}',
      ${sql.json({ kind: "one", to: carl.id })}) returning id`;
  const reassigning = `/contacts/reassign?all=1&assignee=${leaver.id}&to=${carl.id}&preview=yes`;
  const forms: [string, string, Record<string, string>][] = [
    ["/contacts/new", "Add contact", { lastName: "New" }],
    [`/contacts/${contact.id}/edit`, "Save changes", { city: "York" }],
    [`/contacts/${contact.id}/delete`, "Delete contact", {}],
    [`/contacts/${contact.id}/merge?with=${other?.id}`, "Merge", {}],
    ["/contacts/deleted", "Restore", {}],
    [reassigning, "Reassign 10 contacts", {}],
    [`/contacts?assignee=${carl.id}&book=${transferId}`, "Save the name", { name: "Leeds" }],
    [`/contacts/import/${account.importId}`, "Start the import", { intent: "start" }],
    [`/contacts/import/${account.importId}`, "Discard this file", {}],
    [`/transfers/${planned?.id}`, "Cancel the reassignment", {}],
    [`/admin/users/${leaver.id}/edit`, "Save changes", { lastName: "Changed", role: "admin" }],
    [`/admin/users/${emile.id}/edit`, "Cancel the change", {}],
    [
      `/admin/users/${leaver.id}/hand-over`,
      "Hand over",
      { firstName: "New", lastName: "Person", email: `${randomUUID()}@x.example`, role: "user" },
    ],
    [sheet(leaver), "Make Inactive", { contacts: "leave" }],
    [sheet(carl), "Make Inactive", { when: "later", runAt: inAWeek(), contacts: "leave" }],
    [several(leaver, carl), "Make Inactive", { contacts: "leave" }],
    [`/admin/users/${emile.id}/cancel-inactivation`, "Cancel the schedule", {}],
    [`/admin/users/${former.id}/reactivate`, "Make Active", {}],
    [`/admin/users/${dora.id}/link`, "Make a new link", {}],
    [
      `/admin/users/${emile.id}/second-step`,
      "Reset two-step sign-in",
      { reason: "Asked by telephone" },
    ],
    [`/transfers/${transferId}`, "Undo the reassignment", {}],
    [
      "/admin/users/new",
      "Add user",
      { firstName: "New", lastName: "Person", email: `${randomUUID()}@x.example`, role: "user" },
    ],
    [`/contacts/${contact.id}`, "Add to History", { kind: "note", body: "By hand" }],
  ];
  const filled: [string, Fields][] = [];
  for (const [path, button, values] of forms) {
    filled.push([path, withFields(await fieldsOf(page, path, button), values)]);
  }
  return filled;
}

async function changesNothing(sql: Sql, account: Account, work: () => Promise<void>) {
  const state = () => sql`
    select (select jsonb_agg(to_jsonb(u) order by id) from users u where account_id = a.id) as users,
      (select jsonb_agg(to_jsonb(b) order by id) from books b where account_id = a.id) as books,
      (select jsonb_agg(to_jsonb(e) order by id) from audit_events e where account_id = a.id) as events,
      (select jsonb_agg(to_jsonb(s)) from second_steps s where account_id = a.id) as steps,
      (select jsonb_agg(to_jsonb(s) order by id) from scheduled_inactivations s
        where account_id = a.id) as schedules,
      (select count(*) from history_entries h where account_id = a.id) as entries,
      (select count(*) from transfers t where account_id = a.id) as transfers,
      (select jsonb_agg(to_jsonb(p) order by id) from planned_transfers p where account_id = a.id)
        as planned,
      (select jsonb_agg(to_jsonb(c) order by id) from contacts c where account_id = a.id) as contacts,
      (select jsonb_agg(to_jsonb(i) order by id) from imports i where account_id = a.id) as imports,
      (select count(*) from password_links l where account_id = a.id) as links,
      (select jsonb_agg(to_jsonb(c) order by id) from email_changes c where account_id = a.id)
        as email_changes,
      a.seats_used
    from accounts a where a.id = ${account.id}`;
  const before = await state();
  await work();
  expect(await state()).toEqual(before);
}
