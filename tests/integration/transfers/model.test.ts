import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { addContact } from "#lib/contacts/add-contact";
import { contactFieldNames } from "#lib/contacts/contact-fields";
import { deleteContact } from "#lib/contacts/delete-contact";
import { editContact } from "#lib/contacts/edit-contact";
import { restoreContact } from "#lib/contacts/restore-contact";
import { addContactSchema, editContactSchema } from "#lib/contacts/schema";
import { listHistory } from "#lib/history/list-history";
import { Refusal } from "#lib/refusal";
import { read, transact } from "#lib/transaction";
import { cancelTransfer } from "#lib/transfers/cancel-transfer";
import { carveTransfer } from "#lib/transfers/carve-transfer";
import { countPieces, seenPieces } from "#lib/transfers/count-pieces";
import type { Meant } from "#lib/transfers/meant";
import { receivers, type TransferPlan } from "#lib/transfers/plan";
import { reassignContacts } from "#lib/transfers/reassign-contacts";
import { requestTransfer } from "#lib/transfers/request-transfer";
import { reassignContactsSchema } from "#lib/transfers/schema";
import { undoTransfer } from "#lib/transfers/undo-transfer";
import { inactivateUser } from "#lib/users/inactivate-user";
import { reactivateUser } from "#lib/users/reactivate-user";
import { inactivateUserSchema } from "#lib/users/schema";
import { owner } from "#tests/support/attempt";
import { addContacts, addUsers, buildCast, member } from "#tests/support/cast";
import { importFile } from "#tests/support/import-file";
import {
  expectLike,
  look,
  type Model,
  type ModelContact,
  takeBack,
  takeOver,
} from "#tests/support/model";

const small = fc.nat({ max: 3 });
const plan = fc.oneof(
  fc.record({ kind: fc.constant("one" as const), to: small }),
  fc.record({
    kind: fc.constant("shares" as const),
    to: fc.uniqueArray(small, { minLength: 2, maxLength: 3 }),
    parts: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant("rule" as const), first: small, rest: fc.option(small) }),
);
type DrawnPlan = typeof plan extends fc.Arbitrary<infer Plan> ? Plan : never;

const operation = fc.oneof(
  fc.record({ do: fc.constant("add" as const), whose: small }),
  fc.record({ do: fc.constant("import" as const), whose: small, lines: fc.uniqueArray(small) }),
  fc.record({ do: fc.constant("edit" as const), contact: fc.nat() }),
  fc.record({ do: fc.constant("delete" as const), contact: fc.nat() }),
  fc.record({ do: fc.constant("restore" as const), contact: fc.nat() }),
  fc.record({ do: fc.constant("reassign" as const), whose: fc.option(small), plan }),
  fc.record({
    do: fc.constant("move" as const),
    contacts: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
    plan,
  }),
  fc.record({
    do: fc.constant("plan" as const),
    whose: small,
    plan,
    steps: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({ do: fc.constant("goOn" as const), cancel: fc.boolean() }),
  fc.record({ do: fc.constant("undo" as const), transfer: fc.nat() }),
  fc.record({
    do: fc.constant("inactivate" as const),
    whose: small,
    to: fc.array(small, { maxLength: 3 }),
  }),
  fc.record({ do: fc.constant("reactivate" as const), whose: small }),
);
type Operation = typeof operation extends fc.Arbitrary<infer One> ? One : never;

test("whatever is done, in whatever order, every contact is where a plain list says", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 8, maxLength: 20 }), async (operations) => {
      const world = await begin();
      for (const one of operations) {
        await carryOut(world, one);
        await expectLike(world.model);
      }
      for (const id of world.model.contacts.keys()) await expectHistory(world, id);
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 240_000);

type World = {
  model: Model;
  admin: Member;
  people: Member[];
  /** Large transfers under way, which nobody sees until they are switched. */
  open: string[];
};

async function begin(): Promise<World> {
  const cast = await buildCast({ seatsTotal: 12 });
  const names = ["Bo Berg", "Cy Cole"];
  const people = [cast.user, cast.successor, ...(await addUsers(cast.accountId, ...names))];
  for (const [n, person] of people.entries()) await addContacts(person, n < 3 ? 4 : 1);
  const model: Model = {
    accountId: cast.accountId,
    contacts: new Map(),
    active: new Set(people.map(({ id }) => id)),
    transfers: [],
  };
  for (const { id, assignee, last_name } of (await look(cast.accountId)).values()) {
    model.contacts.set(id, {
      assignee,
      hands: [],
      told: [],
      isDeleted: false,
      lastName: last_name,
    });
  }
  return {
    model,
    admin: await member(cast.owner),
    people: await Promise.all(people.map(member)),
    open: [],
  };
}

/** What is refused changes nothing: the model stays as it is, and the database must as well. */
async function carryOut(world: World, one: Operation): Promise<void> {
  try {
    await operations[one.do](world, one as never);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

const operations: {
  [Kind in Operation["do"]]: (world: World, one: Extract<Operation, { do: Kind }>) => Promise<void>;
} = {
  async add({ model, people, admin }, { whose }) {
    const assigneeId = userId(people, whose);
    const lastName = `Added ${model.contacts.size}`;
    const input = addContactSchema.parse({
      ...blank,
      requestId: randomUUID(),
      lastName,
      assigneeId,
      anyway: "yes",
    });
    const { data } = await addContact(admin, input);
    expect(model.active).toContain(assigneeId);
    model.contacts.set(data.contactId, {
      assignee: assigneeId,
      hands: [],
      told: [],
      isDeleted: false,
      lastName,
    });
  },
  async import({ model, admin, people }, { whose, lines }) {
    const assignee = userId(people, whose);
    const rows = lines.map((n) => [`Imported ${n}`, `imported${n}@mail.example`]);
    const file = [["Last name", "E-mail"], ...rows].map((row) => row.join()).join("\n");
    const before = await look(model.accountId);
    const { added, known } = await importFile(admin, file, { receiverId: assignee });
    expect(added + known).toBe(rows.length);
    for (const [id, { last_name: lastName }] of await look(model.accountId)) {
      if (before.has(id)) continue;
      expect(rows.map(([name]) => name)).toContain(lastName);
      model.contacts.set(id, { assignee, hands: [], told: [], isDeleted: false, lastName });
    }
    expect(model.contacts.size - before.size).toBe(added);
  },
  async edit({ model, admin }, { contact }) {
    const [id, there] = pick(model, contact);
    const lastName = `${there.lastName}+`;
    const seen = await updatedAt(id);
    const fields = { ...blank, lastName, anyway: "yes", seen, contactId: id };
    await editContact(admin, editContactSchema.parse({ ...fields, requestId: randomUUID() }));
    expect(there.isDeleted).toBe(false);
    there.lastName = lastName;
  },
  async delete({ model, admin }, { contact }) {
    const [contactId, there] = pick(model, contact);
    await deleteContact(admin, { requestId: randomUUID(), contactId });
    there.isDeleted = true;
  },
  async restore({ model, admin }, { contact }) {
    const deleted = [...model.contacts].filter(([, { isDeleted }]) => isDeleted);
    const [contactId, there] = deleted[contact % deleted.length] ?? pick(model, contact);
    await restoreContact(admin, { requestId: randomUUID(), contactId });
    there.isDeleted = false;
  },
  async reassign(world, { whose, plan }) {
    const assignee = whose === null ? undefined : userId(world.people, whose);
    await reassign(world, { selection: { search: "", assignee } }, plan);
  },
  async move(world, { contacts, plan }) {
    const contactIds = [...new Set(contacts.map((n) => pick(world.model, n)[0]))];
    await reassign(world, { contactIds }, plan);
  },
  async plan(world, { whose, plan, steps }) {
    const { model, admin, people, open } = world;
    const fromUserId = userId(people, whose);
    const before = await look(model.accountId);
    const transferId = await transact(admin, (tx) =>
      requestTransfer(tx, admin, {
        kind: "reassignment",
        fromUserId,
        selection: { search: "", assignee: fromUserId },
        plan: planOf(world, plan),
      }),
    );
    open.push(transferId);
    // A slice of no time is one short transaction; the last of them may be the switch.
    const job = { accountId: model.accountId, transferId };
    for (let step = 0; step < steps; step++) await carveTransfer(job, 0);
    await takeOver(model, transferId, before);
  },
  async goOn({ model, admin, open }, { cancel }) {
    const transferId = open.shift();
    if (!transferId) return;
    const before = await look(model.accountId);
    if (cancel) await cancelTransfer(admin, { requestId: randomUUID(), transferId });
    while ((await carveTransfer({ accountId: model.accountId, transferId })) === "goes on");
    await takeOver(model, transferId, before);
  },
  async undo({ model, admin }, { transfer }) {
    const transferId = model.transfers[transfer % model.transfers.length];
    if (!transferId) return;
    const { data } = await undoTransfer(admin, { requestId: randomUUID(), transferId });
    const [undo] = await owner<{ id: string }[]>`
      select id from transfers where undoes_id = ${transferId}`;
    const back = await takeBack(model, transferId, undo?.id ?? "");
    expect(data.returned).toBe(there(model, back).length);
  },
  async inactivate({ model, admin, people }, { whose, to }) {
    const leaver = userId(people, whose);
    const successorIds = to.map((n) => userId(people, n));
    const before = await look(model.accountId);
    const { data } = await inactivateUser(
      admin,
      inactivateUserSchema.parse({
        requestId: randomUUID(),
        userId: leaver,
        contacts: (["leave", "one", "split"] as const)[Math.min(new Set(successorIds).size, 2)],
        successorId: successorIds[0],
        successorIds,
      }),
    );
    model.active.delete(leaver);
    if (data.transferId) await takeOver(model, data.transferId, before);
  },
  async reactivate({ model, admin, people }, { whose }) {
    const id = userId(people, whose);
    await reactivateUser(admin, { requestId: randomUUID(), userId: id, email: undefined });
    model.active.add(id);
  },
};

async function reassign(world: World, meant: Meant, drawn: DrawnPlan): Promise<void> {
  const { model, admin } = world;
  const plan = planOf(world, drawn);
  const before = await look(model.accountId);
  const pieces = await read(admin, (tx) => countPieces(tx, model.accountId, meant, plan));
  const { data } = await reassignContacts(
    admin,
    reassignContactsSchema.parse({
      requestId: randomUUID(),
      reassignment: JSON.stringify({ meant, plan, seen: seenPieces(pieces) }),
    }),
  );
  const moved = await takeOver(model, data.transferId, before);
  expect(there(model, moved)).toHaveLength(data.contacts);
  for (const id of moved) {
    const assignee = model.contacts.get(id)?.assignee ?? "";
    expect(receivers(plan)).toContain(assignee);
    expect(model.active).toContain(assignee);
    if ("contactIds" in meant) expect(meant.contactIds).toContain(id);
    else if (meant.selection.assignee) {
      expect(before.get(id)?.assignee).toBe(meant.selection.assignee);
    }
  }
}

function planOf({ people }: World, drawn: DrawnPlan): TransferPlan {
  if (drawn.kind === "one") return { kind: "one", to: userId(people, drawn.to) };
  if (drawn.kind === "shares") {
    const shares = drawn.to.map((to, n) => ({
      to: userId(people, to),
      parts: drawn.parts[n] ?? 1,
    }));
    return { kind: "shares", shares };
  }
  const rest = drawn.rest === null ? null : userId(people, drawn.rest);
  const values = [{ value: "c", to: userId(people, drawn.first) }];
  return { kind: "rule", by: "letter", values, rest };
}

/** What History tells is what happened, from the first change of hands to the last. */
async function expectHistory({ model, admin, people }: World, contactId: string): Promise<void> {
  const names = new Map(people.map(({ userId: id, name }) => [id, name]));
  const { book } = (await look(model.accountId)).get(contactId) ?? { book: "" };
  const { lines } = await read(admin, (tx) =>
    listHistory(tx, model.accountId, { id: contactId, bookId: book }),
  );
  const told = lines
    .filter(({ fromName }) => fromName !== null)
    .map(({ fromName, toName }) => [fromName, toName])
    .reverse();
  expect(told).toEqual(
    (model.contacts.get(contactId)?.told ?? []).map((pair) => pair.map((id) => names.get(id))),
  );
}

function there({ contacts }: Model, ids: string[]): string[] {
  return ids.filter((id) => contacts.get(id)?.isDeleted === false);
}

function userId(people: Member[], n: number): string {
  return people[n % people.length]?.userId ?? "";
}

function pick({ contacts }: Model, n: number): [string, ModelContact] {
  return [...contacts][n % contacts.size] as [string, ModelContact];
}

async function updatedAt(contactId: string): Promise<string> {
  const [row] = await owner<{ at: string }[]>`
    select extract(epoch from updated_at)::text as at from contacts where id = ${contactId}`;
  return row?.at ?? "";
}

const blank = Object.fromEntries(contactFieldNames.map((name) => [name, ""]));
