import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";

/** A command in a process of its own, and what came of it; "support-add" is lib/commands/support-add.ts. */
export async function runScript(
  name: string,
  options: string[],
  env: Record<string, string | undefined> = {},
) {
  const child = spawn(process.execPath, [`lib/commands/${name}.ts`, ...options], {
    env: { ...process.env, PORT: "4321", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { code, said, complained };
}
