import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ComponentProps } from "react";
import { expect, test } from "vitest";
import { AddAgentForm } from "#components/support/add-agent-form";
import { TeamMemberView } from "#components/support/team-member-view";
import { TeamTable } from "#components/support/team-table";
import { answering, refused } from "#tests/support/actions";

const dates = { timeZone: "UTC", locale: "en-GB" };
const rita = {
  id: "rita",
  firstName: "Rita",
  lastName: "Reed",
  name: "Rita Reed",
  email: "rita@support.example",
  role: "agent",
  status: "active",
  hasPassword: true,
  hasSecondStep: true,
  lastSignInAt: new Date("2026-11-12T10:42:00Z"),
  inactivatedAt: null,
  inactivatedByName: null,
} as const;
const invited = { ...rita, id: "ivo", name: "Ivo Ilic", hasPassword: false, hasSecondStep: false };
const gone = {
  ...rita,
  id: "gus",
  name: "Gus Grant",
  status: "inactive" as const,
  lastSignInAt: null,
  inactivatedAt: new Date("2026-11-13T09:00:00Z"),
  inactivatedByName: "Lena Lang",
};

test("the table tells who is who, how each stands, and which row is one's own", () => {
  render(<TeamTable team={[rita, invited, gone]} ownId="rita" dates={dates} />);
  const row = (name: RegExp) => screen.getByRole("row", { name });
  expect(row(/Rita Reed/)).toHaveTextContent("(you)");
  expect(row(/Rita Reed/)).toHaveTextContent("12 Nov 2026, 10:42");
  expect(within(row(/Rita Reed/)).getByRole("link")).toHaveAttribute(
    "href",
    "/support/agents/rita",
  );
  expect(row(/Ivo Ilic/)).toHaveTextContent("Has yet to choose a password");
  expect(row(/Ivo Ilic/)).toHaveTextContent("Not yet");
  expect(row(/Gus Grant/)).toHaveTextContent("InactiveSince 13 Nov 2026 by Lena Lang");
  expect(row(/Gus Grant/)).toHaveTextContent("Never");
});

test("an added agent's link is shown once, with what to do with it", async () => {
  const url = "https://handover.example/support/choose-password/x";
  const { action, sent } = answering(() => ({ status: "done", done: { name: "Ana Ruiz", url } }));
  render(<AddAgentForm action={action} requestId="one" />);
  await userEvent.type(screen.getByLabelText("First name"), "Ana");
  await userEvent.type(screen.getByLabelText("Last name"), "Ruiz");
  await userEvent.type(screen.getByLabelText("E-mail"), "ana@support.example");
  await userEvent.click(screen.getByRole("radio", { name: "Lead" }));
  await userEvent.click(screen.getByRole("button", { name: "Add agent" }));
  const notice = await screen.findByText("Ana Ruiz belongs to support now.");
  await waitFor(() => expect(notice.closest("[role=status]")).toHaveFocus());
  expect(screen.getByLabelText("Link to choose a password")).toHaveValue(url);
  expect(sent[0]).toMatchObject({ role: ["lead"], requestId: ["one"] });
});

test("an address that is taken is said, and what was typed stays", async () => {
  const { action } = answering<{ name: string; url: string }>(
    refused("agent_email_in_use", { email: "ana@support.example" }),
  );
  render(<AddAgentForm action={action} requestId="one" />);
  await userEvent.type(screen.getByLabelText("First name"), "Ana");
  await userEvent.type(screen.getByLabelText("Last name"), "Ruiz");
  await userEvent.type(screen.getByLabelText("E-mail"), "ana@support.example");
  await userEvent.click(screen.getByRole("radio", { name: "Technical" }));
  await userEvent.click(screen.getByRole("button", { name: "Add agent" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("uses ana@support.example already");
  expect(screen.getByLabelText("E-mail")).toHaveValue("ana@support.example");
  expect(screen.getByRole("radio", { name: "Technical" })).toBeChecked();
});

test("each step about an agent has a form of its own, with its own id", async () => {
  const { action, sent } = answering<{ url: string }>(refused("last_lead"));
  const url = "https://handover.example/x";
  const reset = answering(() => ({ status: "done" as const, done: { url } }));
  renderMember({ actions: { ...idle, inactivate: action, reset: reset.action } });
  await userEvent.click(screen.getByRole("button", { name: "Make Inactive" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("at least one active lead");
  expect(sent).toEqual([{ requestId: ["three"], agentId: ["rita"] }]);
  await userEvent.click(screen.getByRole("button", { name: "Reset access" }));
  expect(await screen.findByLabelText("Link to choose a password")).toHaveValue(url);
  expect(reset.sent).toEqual([{ requestId: ["two"], agentId: ["rita"] }]);
  expect(screen.queryByRole("button", { name: "Make Active" })).toBeNull();
});

test("an inactive agent's page says since when and by whom, and offers the way back alone", async () => {
  const url = "https://handover.example/x";
  const { action } = answering(() => ({ status: "done" as const, done: { url } }));
  const props = {
    agent: gone,
    whyNot: "agent_inactive",
    actions: { ...idle, reactivate: action },
  } as const;
  const { rerender } = renderMember(props);
  expect(screen.getByRole("status")).toHaveTextContent(
    "Gus Grant is inactive since 13 Nov 2026, 09:00, by Lena Lang.",
  );
  expect(screen.getAllByRole("button")).toHaveLength(1);
  await userEvent.click(screen.getByRole("button", { name: "Make Active" }));
  await screen.findByText("Gus Grant is active again.");
  // The page is read anew, and the link stays for the one who asked for it.
  rerender(<TeamMemberView {...member({ ...props, agent: rita, whyNot: null })} />);
  expect(screen.getByLabelText("Link to choose a password")).toHaveValue(url);
});

test("one's own page has nothing to change, and says who can", () => {
  renderMember({ whyNot: "agent_is_self" });
  expect(screen.getByRole("status")).toHaveTextContent("Ask another lead.");
  expect(screen.queryByRole("button")).toBeNull();
});

test("what was saved is said", () => {
  renderMember({ done: "agent.edited" });
  expect(screen.getByText("The changes are saved.")).toBeVisible();
});

type Props = ComponentProps<typeof TeamMemberView>;

const { action: nothing } = answering<{ url: string }>(() => ({ status: "idle" }));
const idle: Props["actions"] = {
  edit: answering(() => ({ status: "idle" })).action,
  reset: nothing,
  inactivate: nothing,
  reactivate: nothing,
};

function member(props: Partial<Props>): Props {
  return {
    agent: rita,
    seen: "seen",
    whyNot: null,
    done: null,
    dates,
    requestIds: { edit: "one", reset: "two", status: "three" },
    actions: idle,
    ...props,
  };
}

function renderMember(props: Partial<Props>) {
  return render(<TeamMemberView {...member(props)} />);
}
