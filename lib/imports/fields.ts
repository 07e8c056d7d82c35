/** What a column of a file can fill, in the order in which the choice lists it. */
export const importFields = {
  firstName: { label: "First name", longest: 100 },
  lastName: { label: "Last name", longest: 100 },
  fullName: { label: "Full name", longest: 200 },
  company: { label: "Company", longest: 200 },
  jobTitle: { label: "Job title", longest: 200 },
  email: { label: "E-mail", longest: 320 },
  phone: { label: "Phone", longest: 50 },
  mobile: { label: "Mobile", longest: 50 },
  street: { label: "Street", longest: 200 },
  city: { label: "City", longest: 100 },
  state: { label: "State", longest: 100 },
  postalCode: { label: "Postal code", longest: 20 },
  country: { label: "Country", longest: 100 },
  website: { label: "Website", longest: 500 },
  notes: { label: "Notes", longest: 10_000 },
} as const;

export type ImportField = keyof typeof importFields;
export const importFieldNames = Object.keys(importFields) as ImportField[];

/** For each column of the file which field it fills, if any. */
export type Mapping = (ImportField | null)[];

/** A contact as a file gives it; the full name has become first and last name. */
export type GivenContact = Record<Exclude<ImportField, "fullName">, string>;

export const contactFieldNames = importFieldNames.filter(
  (name): name is keyof GivenContact => name !== "fullName",
);
