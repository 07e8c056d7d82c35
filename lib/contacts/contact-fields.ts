/** What is kept of a contact, in the order of its form, and what each is called on screen. */
export const contactFields = {
  firstName: "First name",
  lastName: "Last name",
  company: "Company",
  jobTitle: "Job title",
  email: "E-mail",
  phone: "Phone",
  mobile: "Mobile",
  street: "Street",
  city: "City",
  state: "State",
  postalCode: "Postal code",
  country: "Country",
  website: "Website",
  notes: "Notes",
} as const;

export type ContactField = keyof typeof contactFields;
export type ContactDetails = Record<ContactField, string>;

export const contactFieldNames = Object.keys(contactFields) as ContactField[];

/** The fields that differ between two contacts, or between before and after. */
export function differingFields(one: ContactDetails, other: ContactDetails): ContactField[] {
  return contactFieldNames.filter((field) => one[field] !== other[field]);
}
