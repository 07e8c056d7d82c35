/** "1 contact", "1,500 contacts" */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}

/** "1,500" */
export function numberText(count: number): string {
  return numbers.format(count);
}

/** "Ana", "Ana and Ben", "Ana, Ben and Carl" */
export function listText(names: string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
}

const numbers = new Intl.NumberFormat("en");
