import { z } from "zod";

/** One line of text from a form: trimmed, without control characters, within a length. */
export function line(label: string, max: number) {
  return z
    .string({ error: `${label} is missing.` })
    .trim()
    .min(1, `${label} is missing.`)
    .max(max, `${label} can have at most ${max} characters.`)
    .refine((value) => !hasControlCharacter(value), `${label} has characters that cannot be kept.`);
}

/** Text of several lines, which may be empty. */
export function paragraph(label: string, max: number) {
  return z
    .string({ error: `${label} is missing.` })
    .trim()
    .max(max, `${label} can have at most ${max} characters.`)
    .refine(
      (value) => !hasControlCharacter(value.replace(/[\n\r\t]/g, "")),
      `${label} has characters that cannot be kept.`,
    );
}

/** An e-mail address as people type it; the database compares it without case. */
export const emailAddress = line("E-mail", 320).pipe(
  z.string().regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/u, "This does not look like an e-mail address."),
);

export const id = z.uuid({ error: "This entry does not exist." });

/** The form's own id: the same one sent twice is done once (domain rule 19). */
export const requestId = z.uuid({ error: "The form is incomplete. Open the page again." });

function hasControlCharacter(value: string): boolean {
  return /\p{Cc}/u.test(value) || /[\uD800-\uDFFF]/u.test(value);
}
