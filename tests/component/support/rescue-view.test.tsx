import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { RescueView, type RescueViewProps } from "#components/support/rescue-view";
import type { FormState } from "#lib/form-state";
import { ada, ben, cleo, inLondon, noon, sampleId } from "#tests/support/samples";

const account = { id: sampleId(9), name: "Alder Realty" };

function renderView(change: Partial<RescueViewProps> = {}) {
  const action = vi.fn(async (state: FormState): Promise<FormState> => state);
  render(
    <RescueView
      {...{ account, whyNot: null, openCase: null, activeAdmins: 0, admins: [], activeUsers: 5 }}
      {...{ billingEmail: "bills@alder.example", ownerWasThere: false, leads: ["Lars Lund"] }}
      owners={[{ ...cleo, lastSignInAt: null }]}
      candidates={{ shown: [{ ...ben, lastSignInAt: noon }], hasMore: false, search: "" }}
      dates={inLondon}
      requestId={sampleId(8)}
      action={action}
      {...change}
    />,
  );
  return action;
}

const form = () => screen.queryByRole("button", { name: "Propose it" });

test("what happens is said before the click: who is told, who stops it, who carries it out", () => {
  renderView();
  const happens = screen.getByRole("region", { name: "What happens" });
  expect(happens).toHaveTextContent(
    "6 letters go out at once: to each of the 5 active users and to bills@alder.example, where bills go.",
  );
  expect(happens).toHaveTextContent("Another lead carries it out: Lars Lund. You cannot.");
  expect(screen.getByRole("region", { name: "Why it applies" })).toHaveTextContent(
    `${cleo.name} (${cleo.email}) is an Account Owner and never signed in.`,
  );
});

test("the only lead is told of the 72 hours, and of a missing billing address", () => {
  renderView({ leads: [], billingEmail: null, activeUsers: 1 });
  const happens = screen.getByRole("region", { name: "What happens" });
  expect(happens).toHaveTextContent("1 letter goes out at once: to the one active user.");
  expect(happens).toHaveTextContent("There is no billing address on file.");
  expect(happens).toHaveTextContent("you carry it out yourself, 72 hours later");
});

test("the form sends whom and why", async () => {
  const action = renderView();
  await userEvent.selectOptions(screen.getByLabelText("Who becomes an Account Owner"), ben.id);
  await userEvent.type(screen.getByLabelText("Reason"), "Nobody answers");
  await userEvent.click(screen.getByRole("button", { name: "Propose it" }));
  const [, sent] = action.mock.lastCall as unknown as [FormState, FormData];
  expect(Object.fromEntries(sent)).toEqual({
    requestId: sampleId(8),
    account: account.id,
    userId: ben.id,
    reason: "Nobody answers",
  });
});

test("a refusal shows, with what was filled in", async () => {
  const refused: FormState = {
    status: "refused",
    code: "rescue_successor_unfit",
    sentence: "Choose somebody else.",
    facts: {},
    values: { userId: [ben.id], reason: ["Nobody answers"] },
  };
  renderView({ action: async () => refused });
  await userEvent.selectOptions(screen.getByLabelText("Who becomes an Account Owner"), ben.id);
  await userEvent.type(screen.getByLabelText("Reason"), "Nobody answers");
  await userEvent.click(screen.getByRole("button", { name: "Propose it" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Choose somebody else.");
  expect(screen.getByLabelText("Reason")).toHaveValue("Nobody answers");
});

test("an Owner who was here lately is to be reached first", () => {
  renderView({ ownerWasThere: true });
  expect(screen.getByRole("alert")).toHaveTextContent("here in the last two weeks");
  expect(form()).toBeInTheDocument();
});

test("where an admin is active there is no form, but who can ask", () => {
  const admins = [{ ...ada, lastSignInAt: noon }];
  renderView({ whyNot: "case_somebody_there", activeAdmins: 3, admins });
  expect(screen.getByRole("alert")).toHaveTextContent(
    `The account can help itself: 3 admins are active.${ada.name} and 2 more can ask`,
  );
  expect(form()).not.toBeInTheDocument();
  expect(screen.getByRole("link", { name: "Back to the account" })).toHaveAttribute(
    "href",
    `/support/accounts/${account.id}`,
  );
});

test("where it is proposed already the case is a click away", () => {
  renderView({ whyNot: "rescue_proposed_already", openCase: 1042 });
  expect(screen.getByRole("link", { name: "Case 1042" })).toHaveAttribute(
    "href",
    "/support/cases/1042",
  );
  expect(form()).not.toBeInTheDocument();
});

test("where nobody has ever signed in, it is said what to do; a search without a find says so", () => {
  const none = { shown: [], hasMore: false };
  renderView({ candidates: { ...none, search: "" } });
  expect(screen.getByRole("alert")).toHaveTextContent("no other active user has ever signed in");
  expect(form()).not.toBeInTheDocument();
});

test("in a large account one searches for whom to propose", () => {
  renderView({ candidates: { shown: [], hasMore: false, search: "zz" } });
  expect(screen.getByRole("searchbox")).toHaveValue("zz");
  expect(screen.getByText("Nobody who has signed in fits.")).toBeInTheDocument();
});
