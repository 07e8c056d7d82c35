import { globSync } from "node:fs";
import { basename, extname } from "node:path";
import { expect, test } from "vitest";
import {
  codeOf,
  importsLike,
  importsOtherThan,
  pathsOf,
  pureFiles,
  readSources,
} from "#tests/support/sources";

/** In lib a file imports from its own folder and from what stands before it here: no cycle can hold. */
const libOrder = [
  ...[
    "plurals",
    "fingerprint",
    "sentence",
    "dates",
    "wall-time",
    "clock",
    "money",
    "hrefs",
    "input",
    "keyset",
    "numbered-page",
    "progress",
    "refusals",
  ],
  ...[
    "refusal",
    "form-state",
    "base-url",
    "support-email",
    "log",
    "auth",
    "support-auth",
    "support-networks",
    "links",
    "actor",
    "reader",
  ],
  ...[
    "found",
    "help",
    "health",
    "transaction",
    "fresh-id",
    "enqueue",
    "audit",
    "mail",
    "second-step-of-user",
    "read-only",
    "read-only-state",
  ],
  ...[
    "change",
    "identity",
    "sessions",
    "billing",
    "seats",
    "history",
    "books",
    "contacts",
    "transfers",
  ],
  ...["second-steps", "users", "cards", "accounts", "imports", "owner-requests", "support"],
  ...[
    "session",
    "agent-session",
    "visitor",
    "action",
    "http",
    "exports",
    "jobs",
    "server",
    "commands",
  ],
];

const app = readSources("app");
const components = readSources("components");
const lib = readSources("lib");
const db = readSources("db");
const tests = readSources("tests");
const product = [...app, ...components, ...lib, ...db];
const everything = [...product, ...tests];

test("app imports components, lib, app and what Next brings, never the database", () => {
  expect(importsOtherThan(app, /^(app|components|lib)\/|^(next|react|zod|node:crypto)\b/)).toEqual(
    [],
  );
});

test("components import components, the pure files of lib and React, never app or the database", () => {
  const pure = pureFiles(lib);
  const wrong = components.flatMap(({ path, imports }) =>
    imports
      .filter(({ from, isTypeOnly }) => !(isTypeOnly && from.startsWith("lib/")))
      .filter(({ from }) => !pure.has(from))
      .filter(({ from }) => !/^components\/|^(next\/(link|navigation)|react|react-dom)$/.test(from))
      .map(({ from }) => `${path} imports ${from}`),
  );
  expect(wrong).toEqual([]);
});

test("lib imports neither app nor components, and db imports nothing of ours but db", () => {
  expect(importsLike(lib, /^(app|components|tests)\//)).toEqual([]);
  expect(importsLike(db, /^(app|components|lib|tests)\//)).toEqual([]);
});

test("in lib everything imports only what stands before it in one order", () => {
  const wrong = lib.flatMap(({ path, imports }) =>
    imports
      .filter(({ from }) => from.startsWith("lib/"))
      .filter(({ from }) => partOf(from) !== partOf(path) && rankOf(from) >= rankOf(path))
      .map(({ from }) => `${path} imports ${from}`),
  );
  expect(wrong).toEqual([]);
});

test("the order of lib names every folder and file of lib, and nothing else", () => {
  const parts = new Set(lib.map(({ path }) => partOf(path)));
  expect(libOrder.toSorted()).toEqual([...parts].sort());
});

test("an import is written from the root, or is of a sibling, and without an ending", () => {
  const odd = everything
    .filter(({ text }) => /\bfrom "(\.\.|\.\/[^"]*\/|[#.][^"]*\.tsx?")/.test(text))
    .map(({ path }) => path);
  expect(odd).toEqual([]);
});

test("one file opens transactions", () => {
  const others = product.filter(({ text }) => /\.transaction\(/.test(text));
  expect(pathsOf(others)).toEqual(["lib/transaction.ts"]);
});

test("every page of an account begins by asking who is there, and in the Admin tab for an admin", () => {
  const wrong = app
    .filter(({ path }) => /^app\/\(account\)\/.*page\.tsx$/.test(path))
    .filter(({ path, text }) => {
      const first = /\bawait\b[^;]*/.exec(text)?.[0];
      const isAdminPage = path.startsWith("app/(account)/admin/");
      return isAdminPage
        ? first !== "await requireAdmin()"
        : first !== "await requireMember()" && first !== "await requireAdmin()";
    });
  expect(pathsOf(wrong)).toEqual([]);
});

test("so does every answer of an account that is no page, whatever the method", () => {
  const methods = /^export (?:async function|const) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/;
  const wrong = app
    .filter(({ path }) => /^app\/\(account\)\/.*route\.ts$/.test(path))
    .flatMap(({ path, text }) => {
      const exports = text.split(/^(?=export )/m).slice(1);
      const first = path.startsWith("app/(account)/admin/")
        ? /^[^;]*\n\s*(const actor = )?await requireAdmin\(\);/
        : /^[^;]*\n\s*(const actor = )?await require(Member|Admin)\(\);/;
      return exports
        .filter((code) => !methods.test(code) || !first.test(code))
        .map((code) => `${path}: ${code.slice(0, 60)}`);
    });
  expect(wrong).toEqual([]);
});

test("every page and answer of the console begins with its agent, and at its door with the network", () => {
  const inside = /^await (requireAgent(InCase|InAccount)?|findAgentInAccount)\(/;
  const atTheDoor = /^await requireSupportNetwork\(\)$/;
  const answers = app.filter(({ path }) => /^app\/support\/.*(page\.tsx|route\.ts)$/.test(path));
  expect(answers.length).toBeGreaterThan(0);
  const wrong = answers.flatMap(({ path, text }) => {
    const functions = text.split(/^(?=export )/m).slice(1);
    const begins = path.startsWith("app/support/(console)/") ? inside : atTheDoor;
    return functions
      .filter((code) => !begins.test(firstAwait(code, path)))
      .map((code) => `${path}: ${code.slice(0, 60)}`);
  });
  expect(wrong).toEqual([]);
});

test("what a browser can call is a form's action, and in an account it begins with the person", () => {
  const wrong = app
    .filter(({ path }) => path.endsWith("/actions.ts"))
    .flatMap(({ path, text }) => [
      ...(text.startsWith('"use server";') ? [] : [path]),
      ...text
        .split(/^(?=export )/m)
        .slice(1)
        .filter((code) => !isAction(code, path))
        .map((code) => `${path}: ${code.slice(0, 60)}`),
    ]);
  expect(wrong).toEqual([]);
  const elsewhere = product.filter(
    ({ path, text }) => text.includes('"use server"') && !/^app\/.*\/actions\.ts$/.test(path),
  );
  expect(pathsOf(elsewhere)).toEqual([]);
});

test("a use case has the name of its file, and calls no other use case", () => {
  const useCases = lib.filter(
    ({ path, text }) =>
      path.split("/").length === 3 &&
      /\b(adminChange|memberChange|agentChange|consoleChange|caseChange|transact)\(/.test(text),
  );
  expect(useCases.length).toBeGreaterThan(5);
  const misnamed = useCases.filter(
    ({ path, text }) => !new RegExp(`function ${camelCase(nameOf(path))}[(<]`).test(text),
  );
  expect(pathsOf(misnamed)).toEqual([]);
  const changes = useCases.filter(({ text }) =>
    /\b(admin|member|agent|console|case)Change\(/.test(text),
  );
  // What frames a change, such as that of one case, is none itself.
  const ends = changes.filter(({ path }) => !path.endsWith("-change.ts"));
  const names = new Set(ends.map(({ path }) => path.replace(/\.ts$/, "")));
  const calls = changes.flatMap(({ path, imports }) =>
    imports.filter(({ from }) => names.has(from)).map(({ from }) => `${path} calls ${from}`),
  );
  expect(calls).toEqual([]);
});

test("a rule waits for nothing, and no form of a signed-in person names the account", () => {
  const rules = lib.filter(({ path }) => nameOf(path) === "rules");
  expect(pathsOf(rules.filter((rule) => /\b(async|await|Promise)\b/.test(codeOf(rule))))).toEqual(
    [],
  );
  const schemas = lib.filter(({ path }) => nameOf(path) === "schema");
  const naming = schemas.filter(({ text }) => /account/i.test(text));
  expect(pathsOf(naming)).toEqual(["lib/accounts/schema.ts", "lib/sessions/schema.ts"]);
});

test("every file has a name of its own: kebab-case, after what it does, never after its kind", () => {
  const files = globSync(["{app,components,db,lib,tests}/**/*.*", "public/**/*.*"]);
  const kinds = /^(utils?|helpers?|services?|repositor(y|ies)|types?|hooks?|constants?|index)$/;
  const wrong = files
    .filter((path) => !path.startsWith("db/migrations/"))
    .filter((path) => {
      const parts = path.replaceAll(/[()[\]]|\.\.\./g, "").split("/");
      const names = parts.map((part) => part.split(".")[0] ?? "");
      return names.some((name) => kinds.test(name) || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name));
    });
  expect(wrong).toEqual([]);
});

test("only what a framework asks for is exported without a name", () => {
  const ours = [...components, ...lib, ...db];
  expect(pathsOf(ours.filter(({ text }) => /^export default\b/m.test(text)))).toEqual([]);
});

test("the product's files stay short enough to read at once", () => {
  const long = product.filter(({ text }) => text.split("\n").length > 200);
  expect(pathsOf(long)).toEqual([]);
});

test.each([
  ["the type checker is never switched off", /@ts-(ignore|nocheck|expect-error)\b/],
  ["the linter is never switched off", /biome-ignor[e]/],
  ["nothing is left for later", /\b(TO[D]O|FIX[M]E)\b/],
  ["every test runs, and none runs alone", /\b(test|it|describe)(\.\w+)*\.(only|skip|todo)\b/],
  ["no markup carries its style, which the Content-Security-Policy would drop", /\bstyle=\{/],
])("%s", (_sentence, pattern) => {
  expect(pathsOf(everything.filter(({ text }) => pattern.test(text)))).toEqual([]);
});

test("nothing is typed as anything", () => {
  const loose = everything.filter((source) => /(?:[:<,|&]|\bas) any\b/.test(codeOf(source)));
  expect(pathsOf(loose)).toEqual([]);
});

test("no module of ours is replaced in a test", () => {
  expect(pathsOf(tests.filter(({ text }) => /\bvi\.(do)?mock\(/i.test(text)))).toEqual([]);
});

function isAction(code: string, path: string): boolean {
  if (/^export type\b/.test(code)) return true;
  const made = /^export const \w+Action = (\w+)\(/.exec(code)?.[1];
  if (made) return (isOfConsole(path) ? ofConsole : /^accountAction$/).test(made);
  const takesForm =
    /^export async function \w+Action\([^)]*\bFormData,?\s*\)|^[^(]*Action\(\)/.test(code);
  const first = /\bawait (\w+)\(/.exec(code)?.[1] ?? "";
  return takesForm && firstOf(path).test(first);
}

const ofConsole = /^(supportAction|caseAction|lookAction)$/;
const isOfConsole = (path: string) => path.startsWith("app/support/(console)/");

/** What an action asks before anything else: who it is, and at the console's door from where. */
function firstOf(path: string): RegExp {
  if (isOfConsole(path)) return /^(requireAgent(InCase|InAccount)?|findAgentInAccount)$/;
  if (path.startsWith("app/support/")) return /^requireSupportNetwork$/;
  return path.startsWith("app/(account)/") ? /^(require|find)Member$/ : /^\w+$/;
}

/** What a page waits for first, but for what its own address says. */
function firstAwait(code: string, path: string): string {
  const all = [...code.matchAll(/\bawait [^;]*/g)].map(([each]) => each);
  const isParams = (each: string) => path.includes("[") && /^await props\.params\b/.test(each);
  return all.find((each) => !isParams(each)) ?? "";
}

const nameOf = (path: string) => basename(path, extname(path));
const partOf = (path: string) => (path.split("/")[1] ?? "").replace(/\.ts$/, "");
const rankOf = (path: string) => libOrder.indexOf(partOf(path));
const camelCase = (name: string) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
