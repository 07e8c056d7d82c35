import { givenNameFamilies } from "./given-name-families";
import { loneGivenNames } from "./lone-given-names";
import { soundOf } from "./spelling";

const familiesByName = new Map<string, Set<number>>();
const namesByFamily: string[][] = [];

for (const line of [...givenNameFamilies.split(";"), ...loneGivenNames.trim().split(/\s+/)]) {
  const names = line.trim().split(/\s+/);
  const family = namesByFamily.push(names) - 1;
  for (const name of names) {
    const sound = soundOf(name);
    familiesByName.set(sound, (familiesByName.get(sound) ?? new Set()).add(family));
  }
}

export const isGivenName = (word: string) => word.length > 1 && familiesByName.has(soundOf(word));

/** Whether two names are one person's: Bob and Robert, Pepe and José. */
export function isSameGivenName(one: string, other: string): boolean {
  if (one.length < 2 || other.length < 2) return false;
  const families = familiesByName.get(soundOf(one));
  const others = familiesByName.get(soundOf(other)) ?? new Set();
  return [...(families ?? [])].some((family) => others.has(family));
}

/** Whether both are known names, and never one person's: Maria and Mario are no typo. */
export function areOtherGivenNames(one: string, other: string): boolean {
  return isGivenName(one) && isGivenName(other) && !isSameGivenName(one, other);
}

/** The formal names that this may be short for: Robert for Bob. */
export function formalNamesOf(name: string): string[] {
  const families = name.length > 1 ? (familiesByName.get(soundOf(name)) ?? []) : [];
  return [...families].flatMap((family) => namesByFamily[family]?.[0] ?? []);
}

/** Every way to call somebody of this name, the name itself first. */
export function waysToCall(name: string): string[] {
  const families = name.length > 1 ? (familiesByName.get(soundOf(name)) ?? []) : [];
  return [name, ...[...families].flatMap((family) => namesByFamily[family] ?? [])];
}
