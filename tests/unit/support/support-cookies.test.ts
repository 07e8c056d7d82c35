import { expect, test } from "vitest";
import { sessionCookie, setUpCookie, signInCodeCookie } from "#lib/auth";
import { supportCodeCookie, supportCookie } from "#lib/support-auth";

const all = [sessionCookie, setUpCookie, signInCodeCookie, supportCodeCookie, supportCookie];

test.each([sessionCookie, supportCookie])(
  "no other cookie is taken for a part of $name",
  ({ name }) => {
    expect(all.filter((other) => other.name.startsWith(name))).toHaveLength(1);
  },
);
