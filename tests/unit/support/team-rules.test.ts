import { expect, test } from "vitest";
import {
  whyNotChangeAgent,
  whyNotInactivateAgent,
  whyNotReactivateAgent,
} from "#lib/support/team-rules";

const lead = { agentId: "lead" };
const self = { id: "lead", status: "active" } as const;
const active = { id: "other", status: "active" } as const;
const inactive = { id: "other", status: "inactive" } as const;

test("a lead changes others who are active, and never themselves", () => {
  expect(whyNotChangeAgent(lead, active)).toBeNull();
  expect(whyNotChangeAgent(lead, inactive)).toBe("agent_inactive");
  expect(whyNotChangeAgent(lead, self)).toBe("agent_is_self");
});

test("who is inactive is made active, and who is active inactive", () => {
  expect(whyNotInactivateAgent(lead, active)).toBeNull();
  expect(whyNotInactivateAgent(lead, inactive)).toBe("agent_inactive_already");
  expect(whyNotInactivateAgent(lead, self)).toBe("agent_is_self");
  expect(whyNotReactivateAgent(inactive)).toBeNull();
  expect(whyNotReactivateAgent(active)).toBe("agent_active_already");
});
