import type { AgentRole } from "#lib/actor";
import type { EventKind } from "#lib/audit/events";
import type { SearchWay } from "#lib/support/search-ways";

/** What only the console's own log tells; what is done in an account stands in the account's log too. */
export type ConsoleEventData = {
  /** Written by the database, both. */
  "accounts.searched": {
    way: SearchWay;
    words: string;
    /** One more than are shown, where there are more. */
    found: number;
    accounts: { id: string; name: string; createdAt: string; users: number }[];
  };
  "account.looked": { reason: string };
  "agent.added": { id: string; name: string; email: string; role: AgentRole };
  "agent.edited": {
    id: string;
    name: string;
    changes: Record<string, { from: string; to: string }>;
  };
  "agent.inactivated": { id: string; name: string };
  "agent.reactivated": { id: string; name: string };
  /** Password and second step begin anew, with a new link. */
  "agent.access_reset": { id: string; name: string };
  "agent.password_chosen": Record<string, never>;
  "agent.second_step_on": Record<string, never>;
  "agent.signed_in": { device: string; address: string };
  "agent.signed_out": Record<string, never>;
  "case.noted": Record<string, never>;
};

/** The same kinds and data as in the account's log, with whom it is about. */
type InAccount = {
  [K in Extract<EventKind, `owner_request.${string}` | `rescue.${string}`>]: object;
};

export type ConsoleEventKind = keyof ConsoleEventData | keyof InAccount;

export type NewConsoleEvent<K extends ConsoleEventKind> = {
  kind: K;
  data: K extends keyof ConsoleEventData ? ConsoleEventData[K] : object;
  account?: { id: string; name: string };
  caseNumber?: number;
};
