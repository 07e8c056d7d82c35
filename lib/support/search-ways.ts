/** The ways to find an account, in the order in which the form lists them. */
export const searchWays = {
  name: "Account name",
  email: "E-mail of a user",
  id: "Account id",
  card: "Card holder",
} as const;

export type SearchWay = keyof typeof searchWays;

/** Each within a sentence: "found by name". */
export const wayTexts: Record<SearchWay, string> = {
  name: "name",
  email: "a user's e-mail",
  card: "card holder and last four digits",
  id: "id",
};

/** What one search showed at most; the console's log keeps as many. */
export const MOST_FOUND = 20;

/** For so long going back to a search shows it again, as long as a look lasts. */
export const SEARCH_MINUTES = 30;
