import { expect, test } from "vitest";
import type { SupportEventData } from "#lib/audit/support-events";
import type { ConsoleEventData, ConsoleEventKind } from "#lib/support/console-events";
import { type ConsoleEvent, consoleSentence } from "#lib/support/console-sentence";
import { noon, sampleId } from "#tests/support/samples";

function line<K extends ConsoleEventKind>(
  kind: K,
  data: ConsoleEvent<K>["data"],
  change: Partial<Omit<ConsoleEvent, "kind" | "data">> = {},
): ConsoleEvent {
  return {
    ...{ id: sampleId(50), at: noon, kind, agentName: "Rita Ray", data },
    ...{ accountId: null, accountName: null, caseNumber: null },
    ...change,
  } as ConsoleEvent;
}

const alder = { accountId: sampleId(9), accountName: "Alder Realty" };
const lena = { id: sampleId(5), name: "Lena Lind" };
const search = { words: "Alder", found: 2, accounts: [] };

/** By kind, so that the type asks for a new kind's sentences here. */
const sentences: { [K in keyof ConsoleEventData]: [ConsoleEvent, string][] } = {
  "accounts.searched": [
    [
      line("accounts.searched", { ...search, way: "name" }),
      "Rita Ray searched for an account by name, “Alder”: 2 found.",
    ],
    [
      line("accounts.searched", { ...search, way: "email", words: "a@b.example", found: 0 }),
      "Rita Ray searched for an account by a user's e-mail, “a@b.example”: none found.",
    ],
    [
      line("accounts.searched", { ...search, way: "card", words: "Rosa Reyes", found: 21 }),
      "Rita Ray searched for an account by card holder and last four digits, “Rosa Reyes”: more than 20 found.",
    ],
    [
      line("accounts.searched", { ...search, way: "id", words: sampleId(9), found: 1 }),
      `Rita Ray searched for an account by id, “${sampleId(9)}”: 1 found.`,
    ],
  ],
  "account.looked": [
    [
      line("account.looked", { reason: "Card holder called" }, alder),
      "Rita Ray looked into Alder Realty. Reason: Card holder called",
    ],
    [
      line("account.looked", { reason: "Case 1042" }, { ...alder, caseNumber: "1042" }),
      "Rita Ray looked into Alder Realty for case 1042.",
    ],
  ],
  "agent.added": [
    [
      line("agent.added", { ...lena, email: "lena@support.example", role: "lead" }),
      "Rita Ray added Lena Lind (lena@support.example) to support, with the role Lead.",
    ],
    [
      line(
        "agent.added",
        { ...lena, email: "lena@support.example", role: "technical" },
        { agentName: "A command" },
      ),
      "A command added Lena Lind (lena@support.example) to support, with the role Technical.",
    ],
  ],
  "agent.edited": [
    [
      line("agent.edited", {
        ...lena,
        changes: {
          firstName: { from: "Lina", to: "Lena" },
          lastName: { from: "Lund", to: "" },
          role: { from: "agent", to: "technical" },
        },
      }),
      "Rita Ray edited Lena Lind: first name from Lina to Lena, last name from Lund to none and role from Agent to Technical.",
    ],
  ],
  "agent.inactivated": [
    [line("agent.inactivated", lena), "Rita Ray made Lena Lind of support inactive."],
  ],
  "agent.reactivated": [
    [line("agent.reactivated", lena), "Rita Ray made Lena Lind of support active again."],
  ],
  "agent.access_reset": [
    [
      line("agent.access_reset", lena),
      "Rita Ray reset Lena Lind's password and second step, and made a new link.",
    ],
  ],
  "agent.password_chosen": [[line("agent.password_chosen", {}), "Rita Ray chose a password."]],
  "agent.second_step_on": [
    [line("agent.second_step_on", {}), "Rita Ray set up their second step."],
  ],
  "agent.signed_in": [
    [
      line("agent.signed_in", { device: "Firefox on Linux", address: "192.0.2.1" }),
      "Rita Ray signed in with Firefox on Linux from 192.0.2.1.",
    ],
    [
      line("agent.signed_in", { device: "", address: "" }),
      "Rita Ray signed in with an unknown device.",
    ],
  ],
  "agent.signed_out": [[line("agent.signed_out", {}), "Rita Ray signed out."]],
  "case.noted": [
    [
      line("case.noted", {}, { ...alder, caseNumber: "1042" }),
      "Rita Ray added a note to case 1042.",
    ],
  ],
};

test.each(Object.values(sentences).flat())(
  "a line of the console's own is a sentence",
  (event, text) => {
    expect(consoleSentence(event)).toBe(text);
  },
);

type CaseKind = Exclude<keyof SupportEventData, "support.looked">;
const ofCase = { caseNumber: 1042, reason: "Gone for good", userName: "Olivia Okafor" };

/** Each as agents leave it; the sentences of the account's log have their own test. */
const cases: Record<CaseKind, object> = {
  "owner_request.opened": { ...ofCase, capacity: "card_holder", byName: "Rosa Reyes" },
  "owner_request.taken_over": { ...ofCase, from: "Adam Aalto" },
  "owner_request.agreed": ofCase,
  "owner_request.objected": { ...ofCase, words: "I am still here" },
  "owner_request.withdrawn": ofCase,
  "owner_request.expired": ofCase,
  "owner_request.assigned": { ...ofCase, to: null },
  "owner_request.card_holder_asked": { ...ofCase, sentTo: "b@x.example", byName: "Rosa Reyes" },
  "owner_request.confirmed": { ...ofCase, sentTo: "b@x.example" },
  "owner_request.called_back": { ...ofCase, number: "+49 30 1234" },
  "owner_request.successor_named": { ...ofCase, successor: "Samuel Sato" },
  "owner_request.verified": ofCase,
  "owner_request.objection_overruled": { ...ofCase, objectedBy: "Olivia Okafor" },
  "owner_request.refused": ofCase,
  "owner_request.reopened": ofCase,
  "owner_request.carried_out": { ...ofCase, verifiedBy: "Theo Tran" },
  "rescue.proposed": { ...ofCase, letters: 3 },
  "rescue.carried_out": { ...ofCase, proposedBy: "Theo Tran" },
};

test.each(Object.entries(cases) as [CaseKind, object][])(
  "%s is told as in the account's log, with the case and the account",
  (kind, data) => {
    const text = consoleSentence(line(kind, data, { ...alder, caseNumber: "1042" }));
    expect(text).toMatch(/\b1042\b.* Account: Alder Realty\.$/);
    expect(text).not.toMatch(/undefined|null|owner_request|rescue\./);
  },
);

test("what was carried out names the agent, the Owner and who verified it", () => {
  const data = cases["owner_request.carried_out"];
  expect(consoleSentence(line("owner_request.carried_out", data, alder))).toBe(
    "Rita Ray lifted Olivia Okafor's Account Owner status (case 1042, verified by Theo Tran). Account: Alder Realty.",
  );
});

test("a kind of a newer version reads as its name instead of failing", () => {
  const event = { ...line("case.noted", {}), kind: "case.turned" } as unknown as ConsoleEvent;
  expect(consoleSentence(event)).toBe("Rita Ray: case.turned");
});

test("a right-to-left name turns nothing around but itself", () => {
  const text = consoleSentence(line("agent.inactivated", { ...lena, name: "ليلى" }));
  expect(text).toBe("Rita Ray made \u2068ليلى\u2069 of support inactive.");
});
