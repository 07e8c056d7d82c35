let set: Date | null = null;

/** The present moment, by which periods end and are charged. Tests set it; nothing else does. */
export function now(): Date {
  return set ? new Date(set) : new Date();
}

/** From here on it is this moment, until it is set again; null lets the clock run. */
export function setClock(at: Date | null): void {
  set = at;
}
