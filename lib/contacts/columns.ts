/** What the Contact Table can show beside the name, in the order in which it does. */
export const contactColumnLabels = {
  company: "Company",
  title: "Job title",
  email: "E-mail",
  phone: "Phone",
  mobile: "Mobile",
  city: "City",
  state: "State",
  country: "Country",
  assignee: "Assignee",
  activity: "Last activity",
} as const;

export type ContactColumn = keyof typeof contactColumnLabels;

export const contactColumns = Object.keys(contactColumnLabels) as ContactColumn[];

export const usualColumns: ContactColumn[] = ["company", "email", "phone", "assignee", "activity"];

/** What the table can be sorted by: there is an index for each. */
export const contactSorts = ["name", "company", "email", "phone", "assignee", "activity"] as const;
export type ContactSort = (typeof contactSorts)[number];

export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** How somebody sees the table. */
export type ContactView = { columns: ContactColumn[]; density: Density };
