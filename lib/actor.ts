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

/** The program itself, in one account: a command, or someone who is not signed in yet. */
export type System = { kind: "system"; accountId: string };

export type Actor = Member | System;
