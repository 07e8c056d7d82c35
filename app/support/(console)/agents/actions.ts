"use server";

import { redirect } from "next/navigation";
import { supportAction } from "#lib/action";
import { baseUrl } from "#lib/base-url";
import { supportPasswordPath } from "#lib/links";
import { addAgent } from "#lib/support/add-agent";
import { editAgent } from "#lib/support/edit-agent";
import { inactivateAgent } from "#lib/support/inactivate-agent";
import { reactivateAgent } from "#lib/support/reactivate-agent";
import { resetAgentAccess } from "#lib/support/reset-agent-access";
import { addAgentSchema, agentStepSchema, editAgentSchema } from "#lib/support/team-schema";

export const addAgentAction = supportAction(
  ["lead"],
  addAgentSchema,
  addAgent,
  (_isNew, input) => ({
    name: `${input.firstName} ${input.lastName}`,
    url: linkOf(input),
  }),
);

export const editAgentAction = supportAction(
  ["lead"],
  editAgentSchema,
  editAgent,
  (_isNew, { agentId, requestId }) => redirect(`/support/agents/${agentId}?done=${requestId}`),
);

export const inactivateAgentAction = supportAction(
  ["lead"],
  agentStepSchema,
  inactivateAgent,
  (_isNew, { agentId, requestId }): { url: string } =>
    redirect(`/support/agents/${agentId}?done=${requestId}`),
);

export const reactivateAgentAction = supportAction(
  ["lead"],
  agentStepSchema,
  reactivateAgent,
  (_isNew, input) => ({ url: linkOf(input) }),
);

export const resetAgentAccessAction = supportAction(
  ["lead"],
  agentStepSchema,
  resetAgentAccess,
  (_isNew, input) => ({ url: linkOf(input) }),
);

/** The link has the id of the form that made it: the same form sent twice shows the same link. */
function linkOf({ requestId }: { requestId: string }): string {
  return baseUrl() + supportPasswordPath(requestId);
}
