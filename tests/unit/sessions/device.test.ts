import { expect, test } from "vitest";
import { deviceName } from "#lib/sessions/device";

const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
const apple = "AppleWebKit/605.1.15 (KHTML, like Gecko)";

test.each([
  [
    "Chrome on Windows",
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/141.0.0.0 Safari/537.36`,
  ],
  [
    "Microsoft Edge on Windows",
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0`,
  ],
  [
    "Opera on Windows",
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36 OPR/124.0.0.0`,
  ],
  [
    "Firefox on Windows",
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0",
  ],
  ["Firefox on Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"],
  [
    "Safari on macOS",
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${apple} Version/18.5 Safari/605.1.15`,
  ],
  [
    "Safari on iOS",
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${apple} Version/18.5 Mobile/15E148 Safari/604.1`,
  ],
  [
    "Chrome on iOS",
    `Mozilla/5.0 (iPad; CPU OS 17_7 like Mac OS X) ${apple} CriOS/140.0.0.0 Mobile/15E148 Safari/604.1`,
  ],
  [
    "Chrome on Android",
    `Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/141.0.0.0 Mobile Safari/537.36`,
  ],
  [
    "Samsung Internet for Android on Android",
    `Mozilla/5.0 (Linux; Android 14; SM-S921B) ${webkit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
  ],
  ["Firefox on Android", "Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0"],
  [
    "Chrome on Chrome OS",
    `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${webkit} Chrome/141.0.0.0 Safari/537.36`,
  ],
])("a person recognises %s", (name, userAgent) => expect(deviceName(userAgent)).toBe(name));

test.each([
  ["nothing", null],
  ["an empty text", ""],
  ["spaces", "   "],
  ["a command line's name", "curl/8.5.0"],
  ["half a browser's name", "Mozilla/5.0"],
  ["markup", "<script>alert(1)</script>/1 x"],
  ["20,000 letters", "A".repeat(20_000)],
  ["unclosed brackets", "(".repeat(400)],
  ["bytes beyond ASCII", "\u00ff\u00fe/1"],
])("a device that sends %s is unknown, and never without a name", (_what, userAgent) => {
  expect(deviceName(userAgent)).toBe("Unknown device");
});

test("an unknown browser is named by its system", () => {
  expect(deviceName("Something/1.0 (Windows NT 10.0)")).toMatch(/ on Windows$/);
});
