const numbers = new Intl.NumberFormat("en");

/** "1 contact", "1,500 contacts" */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${numbers.format(count)} ${count === 1 ? one : many}`;
}

/** "Ana", "Ana and Ben", "Ana, Ben and Carl" */
export function listText(names: string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
}
