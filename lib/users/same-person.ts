export type Identity = { firstName: string; lastName: string; email: string };
export type Exchange = "name_and_email" | "email_of_another" | "name_of_another";

export function whyNotSamePerson(known: Identity, next: Identity): Exchange | null {
  const isNamed =
    known.firstName.toLowerCase() === next.firstName.toLowerCase() ||
    known.lastName.toLowerCase() === next.lastName.toLowerCase();
  return isNamed ? null : "name_and_email";
}
