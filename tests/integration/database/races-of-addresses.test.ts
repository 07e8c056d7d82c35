import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Member } from "#lib/actor";
import { emailAgreementPath, emailConfirmationPath } from "#lib/links";
import { Refusal } from "#lib/refusal";
import { agreeToEmail } from "#lib/users/agree-to-email";
import { answerEmailChange } from "#lib/users/answer-email-change";
import { confirmEmail } from "#lib/users/confirm-email";
import { editUser } from "#lib/users/edit-user";
import { endEmailChange } from "#lib/users/end-email-change";
import { inactivateUser } from "#lib/users/inactivate-user";
import { owner } from "#tests/support/attempt";
import { buildCast, type Cast, member, type Person } from "#tests/support/cast";
import { editOf } from "#tests/support/edit";
import { expectEveryRule, isolations, startTogether, useIsolation } from "#tests/support/race";

const ROUNDS = 50;

describe.each(isolations)("at %s", (isolation) => {
  beforeAll(() => useIsolation(isolation));
  afterEach(expectEveryRule);

  test("confirmed, agreed to and ended at the same moment, a new address counts with both or not at all", async () => {
    const seen = new Set<boolean>();
    for (let round = 0; round < ROUNDS; round++) {
      const cast = await buildCast();
      const [admin, olivia] = [await member(cast.admin), await member(cast.owner)];
      const change = await begin(admin, cast);
      const ends = [
        () => endEmailChange(admin, { ...request(), ...change.ids }),
        () => leave(olivia, cast.admin),
        () => leave(olivia, cast.admin2),
      ];
      const starts: (() => Promise<unknown>)[] = [
        () => confirmEmail(change.confirmation),
        round % 2
          ? () => agreeToEmail(olivia, { ...request(), ...change.ids })
          : () => answerEmailChange({ ...change.agreement, answer: "yes" }),
        ...ends.slice(round % 3, (round % 3) + 1),
      ];
      const results = await startTogether(
        cast.accountId,
        round % 4 > 1 ? starts.reverse() : starts,
      );
      for (const each of results) {
        if (each.status === "rejected") expect(each.reason).toBeInstanceOf(Refusal);
      }
      const state = await stateOf(change.ids.changeId);
      expect(state).toMatchObject({ moved: state?.done, mayMove: state?.done });
      seen.add(state?.done ?? false);
    }
    expect(seen).toEqual(new Set([true, false]));
  });
});

const request = () => ({ requestId: randomUUID() });

async function begin(admin: Member, { accountId, admin2 }: Cast) {
  const email = admin2.email.replace(/@.*/, "@new.example");
  await editUser(admin, await editOf(admin, admin2, { email }));
  const [change] = await owner<{ id: string }[]>`
    select id from email_changes where user_id = ${admin2.id}`;
  const changeId = change?.id ?? "";
  const linkOf = (path: string) => ({ accountId, token: path.split("/").at(-1) ?? "" });
  return {
    ids: { userId: admin2.id, changeId },
    confirmation: linkOf(emailConfirmationPath(accountId, changeId)),
    agreement: linkOf(emailAgreementPath(accountId, changeId)),
  };
}

function leave(actor: Member, { id }: Person) {
  const plan = { contacts: "leave" as const, successorIds: [], reason: "" };
  return inactivateUser(actor, { ...request(), userId: id, ...plan });
}

async function stateOf(changeId: string) {
  const [row] = await owner<{ moved: boolean; done: boolean; mayMove: boolean }[]>`
    select u.email = c.to_email as moved, c.done_at is not null as done,
      c.confirmed_at is not null and c.agreed_at is not null and c.ended_at is null as "mayMove"
    from email_changes c join users u on u.account_id = c.account_id and u.id = c.user_id
    where c.id = ${changeId}`;
  return row;
}
