import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

type Import = { from: string; isTypeOnly: boolean };
export type Source = { path: string; text: string; imports: Import[] };

/** The program's own source files in these folders, as text, with what each imports. */
export function readSources(...folders: string[]): Source[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`))
    .sort()
    .map((path) => {
      const text = readFileSync(path, "utf8");
      return { path, text, imports: importsOf(path, text) };
    });
}

/** Text without comments and without what stands between quotes: code alone. */
export function codeOf({ text }: Source): string {
  return text.replace(/"(?:\\.|[^"\\\n])*"|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (match) =>
    match.startsWith('"') ? '""' : "",
  );
}

export function pathsOf(sources: Source[]): string[] {
  return sources.map(({ path }) => path);
}

/** "a imports b" for every import that the pattern fits. */
export function importsLike(sources: Source[], pattern: RegExp): string[] {
  return importsWhere(sources, (from) => pattern.test(from));
}

export function importsOtherThan(sources: Source[], allowed: RegExp): string[] {
  return importsWhere(sources, (from) => !allowed.test(from));
}

/** Files that run anywhere: at run time they import zod and pure files alone. */
export function pureFiles(sources: Source[]): Set<string> {
  const pure = new Map(sources.map(({ path, imports }) => [path.replace(/\.ts$/, ""), imports]));
  let sizeBefore: number;
  do {
    sizeBefore = pure.size;
    for (const [path, imports] of pure) {
      const isPure = imports.every(
        ({ from, isTypeOnly }) => isTypeOnly || from === "zod" || pure.has(from),
      );
      if (!isPure) pure.delete(path);
    }
  } while (pure.size < sizeBefore);
  return new Set(pure.keys());
}

function importsWhere(sources: Source[], isMeant: (from: string) => boolean): string[] {
  return sources.flatMap(({ path, imports }) =>
    imports.filter(({ from }) => isMeant(from)).map(({ from }) => `${path} imports ${from}`),
  );
}

function importsOf(path: string, text: string): Import[] {
  const clauses = /^(?:import|export)\s+(?:([^"';]*?)\s+from\s+)?"([^"]+)";?$/gm;
  const dynamic = /\bimport\("([^"]+)"\)/g;
  return [
    ...[...text.matchAll(clauses)].map(([, names = "", from = ""]) => ({
      from: fileOf(path, from),
      isTypeOnly: isTypeOnly(names),
    })),
    ...[...text.matchAll(dynamic)].map(([, from = ""]) => ({
      from: fileOf(path, from),
      isTypeOnly: false,
    })),
  ];
}

/** "type X", or braces in which every name is a type. */
function isTypeOnly(names: string): boolean {
  if (/^type\s/.test(names)) return true;
  const inBraces = /^\{([^}]*)\}$/.exec(names)?.[1];
  if (inBraces === undefined) return false;
  return inBraces
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean)
    .every((name) => name.startsWith("type "));
}

/** The file that an import of our own names, without its ending; a package's name stays as it is. */
function fileOf(path: string, from: string): string {
  if (from.startsWith("#")) return from.slice(1);
  return from.startsWith(".") ? join(dirname(path), from) : from;
}
