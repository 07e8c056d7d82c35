import { beforeEach, expect, test, vi } from "vitest";
import {
  idOfToken,
  passwordLinkPath,
  requestConfirmationPath,
  requestLetterPath,
  tokenHash,
} from "#lib/links";
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

const tokenOf = (path: string) => path.split("/").at(-1) ?? "";
const letterToken = () => tokenOf(requestLetterPath(account, link));

test("the link of a letter tells which letter it is, to the server that made it", () => {
  const path = requestLetterPath(account, link);
  expect(path).toMatch(new RegExp(`^/answer-owner-request/${account}/${link}\\.[\\w-]{43}$`));
  expect(idOfToken("owner request letter", letterToken())).toBe(link);
});

test("a letter's link confirms nothing, and a confirmation's link answers no letter", () => {
  const confirmation = tokenOf(requestConfirmationPath(account, link));
  expect(idOfToken("owner request confirmation", confirmation)).toBe(link);
  expect(idOfToken("owner request letter", confirmation)).toBeNull();
  expect(idOfToken("owner request confirmation", letterToken())).toBeNull();
});

test("another id, or a link made by another server, is nobody's", () => {
  const [, mac = ""] = letterToken().split(".");
  expect(idOfToken("owner request letter", `${otherLink}.${mac}`)).toBeNull();
  const token = letterToken();
  vi.stubEnv("NEXTAUTH_SECRET", "another secret of 32 characters or so");
  expect(idOfToken("owner request letter", token)).toBeNull();
});

test("whatever was cut off, added or made up opens nothing", () => {
  const token = letterToken();
  const [id = "", mac = ""] = token.split(".");
  const others = ["", ".", id, `${id}.`, `.${mac}`, mac, token.slice(0, -1), `${token}x`];
  const more = [`${token}.`, `${token}.${mac}`, ` ${token}`, `${id}.${"A".repeat(43)}`, `${id}é`];
  for (const forged of [...others, ...more, "no-id.at-all", `${id}.${mac.toLowerCase()}`]) {
    expect(idOfToken("owner request letter", forged), forged).toBeNull();
  }
});
