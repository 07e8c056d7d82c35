/** A line of a contact's History: what a user did, or a reassignment. */
export type HistoryLine = {
  id: string;
  at: Date;
  kind: "note" | "call" | "email" | "meeting" | "reassigned" | "returned";
  body: string;
  authorName: string | null;
  authorIsInactive: boolean;
  fromName: string | null;
  toName: string | null;
};
