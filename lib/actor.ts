/** Who acts. A member is a user of one account, signed in; the account always comes from here. */
export type Member = {
  kind: "member";
  accountId: string;
  accountName: string;
  timeZone: string;
  userId: string;
  sessionId: string;
  name: string;
  email: string;
  role: "admin" | "user";
  isOwner: boolean;
  /** An admin who has yet to set up the second step that the account requires. */
  lacksSecondStep: boolean;
  /** From when on the account can only be read, as its subscription is not paid; null if it is. */
  readOnlyAt: Date | null;
};

export type AgentRole = "agent" | "technical" | "lead";

/** One of the vendor's staff, signed in to the support console, and so far in nobody's account. */
export type Agent = {
  kind: "agent";
  agentId: string;
  sessionId: string;
  name: string;
  email: string;
  role: AgentRole;
};

/** The same in one account, by the look that was stated and is logged there. */
export type LookingAgent = Agent & {
  lookId: string;
  accountId: string;
  accountName: string;
  timeZone: string;
};

/** The same in the account of a case, and which row that case is. */
export type CaseAgent = LookingAgent & { requestId: string };

/** The program itself, in one account: a command, or someone who is not signed in yet. */
export type System = { kind: "system"; accountId: string };

/** The same for the support console, which belongs to no account. */
type Console = { kind: "console" };

/** Somebody who is in no account yet. */
type Visitor = { kind: "visitor" };

export type Actor = Visitor | Member | System | LookingAgent | Agent | Console;
