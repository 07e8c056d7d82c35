import { beforeEach, expect, test, vi } from "vitest";
import { passwordLinkPath, tokenHash } from "#lib/links";
import { sampleId } from "#tests/support/samples";

const [account, link, otherLink] = [sampleId(1), sampleId(2), sampleId(3)];

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "one secret of at least 32 characters");
  return () => vi.unstubAllEnvs();
});

test("the same link is shown again to who asks twice", () => {
  expect(passwordLinkPath(account, link)).toBe(passwordLinkPath(account, link));
  expect(passwordLinkPath(account, link)).not.toBe(passwordLinkPath(account, otherLink));
});

test("a link names the account and gives away nothing of the row it stands for", () => {
  const path = passwordLinkPath(account, link);
  expect(path).toMatch(new RegExp(`^/choose-password/${account}/[\\w-]{43}$`));
  expect(path).not.toContain(link);
});

test("without the server's secret nobody can work a link out", () => {
  const path = passwordLinkPath(account, link);
  vi.stubEnv("NEXTAUTH_SECRET", "another secret of 32 characters or so");
  expect(passwordLinkPath(account, link)).not.toBe(path);
});

test("a server without a secret makes no link", () => {
  vi.stubEnv("NEXTAUTH_SECRET", "");
  expect(() => passwordLinkPath(account, link)).toThrow("HANDOVER_SECRET");
});

test("what the database keeps of a token is another text, always the same", () => {
  const token = passwordLinkPath(account, link).split("/").at(-1) ?? "";
  expect(tokenHash(token)).toMatch(/^[\w-]{43}$/);
  expect(tokenHash(token)).toBe(tokenHash(token));
  expect(tokenHash(token)).not.toBe(token);
  expect(tokenHash(`${token} `)).not.toBe(tokenHash(token));
});
