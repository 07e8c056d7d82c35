import { z } from "zod";

/** One line of text from a form: trimmed, with something to see, without control characters. */
export function line(label: string, max: number) {
  return text(
    label,
    (value) => value.trim(),
    (value) => whyNotLine(value, label, max),
  );
}

/** The same where it may be left empty; what only looks empty is, too. */
export function lineOrNone(label: string, max: number) {
  return text(label, visible, (value) => value && whyNotLine(value, label, max));
}

/** An e-mail address, or none. */
export function emailOrNone(label: string) {
  return text(
    label,
    (value) => visible(value).normalize("NFC"),
    (value) => value && (whyNotLine(value, label, EMAIL_LONGEST) || whyNotEmail(value)),
  );
}

/** One check for all that can be wrong, as files have a million rows of fourteen such texts. */
function text(
  label: string,
  clean: (value: string) => string,
  whyNot: (value: string) => string | null,
) {
  return z
    .string({ error: `${label} is missing.` })
    .overwrite(clean)
    .check(({ value, issues }) => {
      const message = whyNot(value);
      if (message) issues.push({ code: "custom", input: value, message });
    });
}

function visible(value: string): string {
  return isVisible(value) ? value.trim() : "";
}

function whyNotLine(value: string, label: string, max: number): string | null {
  if (!isVisible(value)) return `${label} is missing.`;
  if (value.length > max) return `${label} can have at most ${max} characters.`;
  return unkeepable.test(value) ? `${label} has characters that cannot be kept.` : null;
}

/** Text of several lines, which may be empty. */
export function paragraph(label: string, max: number) {
  return z
    .string({ error: `${label} is missing.` })
    .trim()
    .max(max, `${label} can have at most ${max} characters.`)
    .refine(
      (value) => !/[\p{Cs}\uFFFD]|[^\P{Cc}\n\r\t]/u.test(value),
      `${label} has characters that cannot be kept.`,
    );
}

/** A field that may be left empty, which is then nothing. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
}

const EMAIL_LONGEST = 320;

function whyNotEmail(value: string): string | null {
  return emailShape.test(value) ? null : "This does not look like an e-mail address.";
}

const emailShape = /^[^@\s\p{DI}<>,;]+@([^@\s\p{DI}<>,;.]+\.)+[^@\s\p{DI}<>,;.]+$/u;

/** An e-mail address as people type it, in Unicode's form NFC; the database compares it without case. */
export const emailAddress = text(
  "E-mail",
  (value) => value.trim().normalize("NFC"),
  (value) => whyNotLine(value, "E-mail", EMAIL_LONGEST) ?? whyNotEmail(value),
);

export const id = z.uuid({ error: "This entry does not exist." });

/** The same in an address, where anything else is as good as nothing. */
export const idOrNone = z.uuid().optional().catch(undefined);

/** The form's own id: the same one sent twice is done once (domain rule 19). */
export const requestId = z.uuid({ error: "The form is incomplete. Open the page again." });

/** False for what only looks empty: zero-width spaces, fillers, a lone accent. */
function isVisible(value: string): boolean {
  return /[^\s\p{Z}\p{M}\p{DI}]/u.test(value);
}

/**
 * Control characters, half a character, the sign that stands for a lost one, and what would turn round
 * the sentence that names the person.
 */
const unkeepable = /[\p{Cc}\p{Cs}\uFFFD\u202A-\u202E\u2066-\u2069]/u;

/** What an address says is searched for, cut to what a search takes; nothing where it is no text. */
export const searchText = z
  .preprocess((value) => [value].flat()[0], z.string())
  .transform((value) =>
    value
      .replace(/\p{Cc}/gu, " ")
      .trim()
      .slice(0, 200),
  )
  .catch("");
