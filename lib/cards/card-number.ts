/** Twelve digits, in whatever script, with anything between them but letters. */
const manyDigits = /\p{Nd}(?:[^\p{Nd}\p{L}]*\p{Nd}){11}/u;

/** Whether a text may hold a full card number, which is never taken in, shown or kept. */
export function hasCardNumber(text: string): boolean {
  return manyDigits.test(text.normalize("NFKC"));
}
