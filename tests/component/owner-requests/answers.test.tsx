import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ComponentProps } from "react";
import { expect, test } from "vitest";
import { ConfirmationAnswer } from "#components/owner-requests/confirmation-answer";
import { LetterAnswer } from "#components/owner-requests/letter-answer";
import { answering, refused, waiting } from "#tests/support/actions";
import { inLondon, noon, sampleId } from "#tests/support/samples";
import { sampleCase } from "#tests/support/samples-of-requests";

type Letter = NonNullable<ComponentProps<typeof LetterAnswer>["letter"]>;

const { action: idle } = answering(() => ({ status: "idle" }));
const link = { accountId: sampleId(1), token: "a.b" };

function letterOf(change: Partial<Letter> = {}): Letter {
  return {
    ...{ accountName: "Alder Realty", answer: null, isOpen: true, isConcerned: true },
    request: sampleCase(),
    ...change,
  };
}

function renderLetter(letter: Letter | null, action = idle) {
  render(<LetterAnswer letter={letter} dates={inLondon} action={action} {...link} />);
}

const paragraphs = () => screen.getAllByRole("paragraph").map(({ textContent }) => textContent);

test("the Owner concerned reads who asked, why and what follows, and agrees or objects", async () => {
  const { action, sent } = answering(() => ({ status: "idle" }));
  renderLetter(letterOf(), action);
  expect(paragraphs()).toContain(
    "Ada Archer, an admin of Alder Realty, asked our support to lift your Account Owner status. If there is no other Account Owner then, Cleo Carter becomes one in the same step. The reason given:",
  );
  expect(screen.getByText("Has left us in May")).toBeVisible();
  expect(paragraphs()).toContain(
    "Nothing happens before 13 Nov 2026, 12:00, unless you agree. If you object, it stops until a lead of our support has decided.",
  );
  await userEvent.click(screen.getByRole("button", { name: "I agree" }));
  await userEvent.type(screen.getByLabelText(/^Why you object/), "I am here");
  await userEvent.click(screen.getByRole("button", { name: "Object" }));
  const { accountId, token } = link;
  expect(sent).toEqual([
    { accountId: [accountId], token: [token], words: [""], answer: ["agreed"] },
    { accountId: [accountId], token: [token], words: ["I am here"], answer: ["objected"] },
  ]);
});

test("another Owner reads whose status it is, and can only object", () => {
  renderLetter(letterOf({ isConcerned: false, request: sampleCase({ capacity: "card_holder" }) }));
  expect(paragraphs()[0]).toContain(
    "Ada Archer, the card holder of Alder Realty, asked our support to lift Ben Baker’s Account Owner status.",
  );
  expect(screen.getByRole("button", { name: "Object" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "I agree" })).toBeNull();
});

test("who agreed is told so, and can still object", () => {
  renderLetter(letterOf({ answer: "agreed" }));
  expect(screen.getByRole("status")).toHaveTextContent("You agreed.");
  expect(screen.getByRole("button", { name: "Object" })).toBeVisible();
  expect(screen.queryByRole("button", { name: "I agree" })).toBeNull();
});

test("who objected is told what comes of it, also once a lead has decided", () => {
  renderLetter(letterOf({ answer: "objected", request: sampleCase({ state: "objected" }) }));
  expect(screen.getByRole("status")).toHaveTextContent(
    "You objected.Case 1042 stops until a lead of our support has decided.",
  );
  expect(screen.queryByRole("button")).toBeNull();
});

test("after the decision the reason stands there", () => {
  const request = sampleCase({ state: "ready", decision: "Both agreed" });
  renderLetter(letterOf({ answer: "objected", request }));
  expect(screen.getByRole("status")).toHaveTextContent(
    "A lead of our support has looked into it, and case 1042 goes on. The reason: Both agreed",
  );
});

test("a rescue says that signing in alone stops it", () => {
  const request = sampleCase({ kind: "rescue", capacity: "lead", userName: null });
  renderLetter(letterOf({ isConcerned: false, request }));
  expect(paragraphs()[0]).toContain("make Cleo Carter an admin and an Account Owner");
  expect(paragraphs()[0]).toContain("signing in alone stops it");
});

test.each([null, letterOf({ isOpen: false }), letterOf({ isOpen: false, answer: "objected" })])(
  "a link that is forged or over says one sentence, and names nobody",
  (letter) => {
    renderLetter(letter);
    expect(screen.getByRole("alert")).toHaveTextContent(/^This link does not work any more: /);
    expect(document.body).not.toHaveTextContent(/Ben|Ada|Alder|1042/);
    expect(screen.queryByRole("button")).toBeNull();
  },
);

test("a refusal is heard, and what was written stays", async () => {
  const { action } = answering(refused("letter_over"));
  renderLetter(letterOf(), action);
  await userEvent.type(screen.getByLabelText(/^Why you object/), "I am here");
  await userEvent.click(screen.getByRole("button", { name: "Object" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Nothing was changed.");
  expect(screen.getByLabelText(/^Why you object/)).toHaveValue("I am here");
});

const confirmation = { accountName: "Alder Realty", isOpen: true };

function renderConfirmation(
  change: Partial<Parameters<typeof ConfirmationAnswer>[0]["confirmation"]> | null,
  action = idle,
) {
  const request = { ...sampleCase({ capacity: "card_holder" }), confirmedAt: null };
  render(
    <ConfirmationAnswer
      confirmation={change && { ...confirmation, request, ...change }}
      action={action}
      {...link}
    />,
  );
}

test("the card holder reads who said what about whom, and confirms with one click", async () => {
  const { action, sent, finish } = waiting();
  renderConfirmation({}, action);
  expect(paragraphs()[0]).toBe(
    "Somebody who gave the name Ada Archer and said they hold the card on file asked our support to lift the Account Owner status of Ben Baker in Alder Realty. If there is no other Account Owner then, Cleo Carter becomes one. The reason given:",
  );
  await userEvent.click(screen.getByRole("button", { name: "Confirm that I asked" }));
  await userEvent.click(screen.getByRole("button", { name: "Confirming…" }));
  expect(sent).toEqual([{ accountId: [link.accountId], token: [link.token] }]);
  finish();
  expect(await screen.findByRole("button", { name: "Confirm that I asked" })).toBeVisible();
});

test("a confirmed one is done, and one that is over says so and names nobody", () => {
  renderConfirmation({
    request: { ...sampleCase({ capacity: "card_holder" }), confirmedAt: noon },
  });
  expect(screen.getByRole("status")).toHaveTextContent(
    "You confirmed it.Our support goes on with case 1042.",
  );
  renderConfirmation(null);
  renderConfirmation({ isOpen: false });
  for (const alert of screen.getAllByRole("alert")) {
    expect(alert).toHaveTextContent(/^This link does not work any more: /);
  }
});
