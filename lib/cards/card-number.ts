/** Twelve digits, in whatever script, with anything between them but letters. */
const manyDigits = /\p{Nd}(?:[^\p{Nd}\p{L}]*\p{Nd}){11}/u;

/** Whether a text may hold a full card number, which is never taken in, shown or kept. */
export function hasCardNumber(text: string): boolean {
  return manyDigits.test(text.normalize("NFKC"));
}

/** The same where a telephone number may stand, which begins with + or 0, as no card number does. */
export function isCardNotTelephone(text: string): boolean {
  return hasCardNumber(text) && !/^\s*\(?[+0]/.test(text);
}

/** The same in words that may well hold times and telephone numbers: digits in a row that check out. */
export function quotesCardNumber(text: string): boolean {
  const runs =
    text.normalize("NFKC").match(/(?<!\d)\d(?:[\s.\p{Pd}\p{DI}]{0,2}\d){12,18}(?!\d)/gu) ?? [];
  return runs.some((run) => checksOut(run.replaceAll(/\D/g, "")));
}

/** By the check digit that every card number ends in. */
function checksOut(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
