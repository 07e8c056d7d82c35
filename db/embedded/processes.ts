import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process that can be told from a later one with the same number. */
export type Process = { pid: number; born: string };

export function thisProcess(): Process {
  return { pid: process.pid, born: born(process.pid) ?? "" };
}

export function isAlive({ pid, born: then }: Process): boolean {
  return born(pid) === then;
}

/** Whether the number is taken, be it by a zombie or by somebody else's process. */
export function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The arguments of a process, empty when there is none (or only its unreaped remains). */
export function commandLine(pid: number): string {
  try {
    return process.platform === "linux"
      ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
      : ps(pid, "command=");
  } catch {
    return "";
  }
}

/** When a process began; null when it is gone. A zombie counts as gone. */
function born(pid: number): string | null {
  try {
    if (process.platform !== "linux") return ps(pid, "lstart=") || null;
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return /[ZX]/.test(fields[0] ?? "") ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function ps(pid: number, what: string): string {
  return execFileSync("ps", ["-o", what, "-p", String(pid)], { encoding: "utf8" }).trim();
}
