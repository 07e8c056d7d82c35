import { z } from "zod";

/** One line of text from a form: trimmed, with something to see, without control characters. */
export function line(label: string, max: number) {
  return z
    .string({ error: `${label} is missing.` })
    .trim()
    .refine(isVisible, `${label} is missing.`)
    .max(max, `${label} can have at most ${max} characters.`)
    .refine(
      (value) => !hasControlCharacter(value) && !turnsDirection(value),
      `${label} has characters that cannot be kept.`,
    );
}

/** What may be left empty, and then is; what only looks empty, too. */
export function orNone(label: string, schema: z.ZodType<string>) {
  return z.string({ error: `${label} is missing.` }).transform((value, context) => {
    if (!isVisible(value)) return "";
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: parsed.error.issues[0]?.message });
    return z.NEVER;
  });
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

/** A field that may be left empty, which is then nothing. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
}

/** An e-mail address as people type it, in Unicode's form NFC; the database compares it without case. */
export const emailAddress = line("E-mail", 320).pipe(
  z
    .string()
    .normalize("NFC")
    .regex(
      /^[^@\s\p{DI}<>,;]+@([^@\s\p{DI}<>,;.]+\.)+[^@\s\p{DI}<>,;.]+$/u,
      "This does not look like an e-mail address.",
    ),
);

export const id = z.uuid({ error: "This entry does not exist." });

/** The form's own id: the same one sent twice is done once (domain rule 19). */
export const requestId = z.uuid({ error: "The form is incomplete. Open the page again." });

/** False for what only looks empty: zero-width spaces, fillers, a lone accent. */
function isVisible(value: string): boolean {
  return /[^\s\p{Z}\p{M}\p{DI}]/u.test(value);
}

/** Such a character in a name would turn round the sentence that names the person. */
function turnsDirection(value: string): boolean {
  return /[\u202A-\u202E\u2066-\u2069]/.test(value);
}

/** Also half a character, and the sign that stands for a lost one. */
function hasControlCharacter(value: string): boolean {
  return /[\p{Cc}\p{Cs}\uFFFD]/u.test(value);
}

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
