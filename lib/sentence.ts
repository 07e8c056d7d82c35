const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** A template of a sentence: a right-to-left name in it turns nothing around but itself. */
export function sentence(
  parts: TemplateStringsArray,
  ...names: (string | null | undefined)[]
): string {
  return String.raw({ raw: parts }, ...names.map((name) => isolated(name ?? "")));
}

// First strong isolate and its end: invisible, and what Unicode has for a name in a sentence.
function isolated(name: string): string {
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name;
}
