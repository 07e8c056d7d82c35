import { expect, test } from "vitest";
import { jsonLines } from "#lib/exports/json-lines";
import { ada, ben, sampleEvent, sampleId } from "#tests/support/samples";

const signedIn = {
  ...sampleEvent("user.signed_in", { device: "Firefox on Linux", address: "192.0.2.1" }),
  actorKind: "member" as const,
};

test("an event is one line, always with the same keys in the same order", () => {
  expect(jsonLines.lines([signedIn])).toBe(
    `{"id":"${sampleId(50)}","at":"2026-11-12T12:00:00.000Z","kind":"user.signed_in",` +
      `"by":{"kind":"member","id":"${ada.id}","name":"Ada Archer"},` +
      `"about":{"id":"${ben.id}","name":"Ben Baker"},` +
      `"sentence":"Ben Baker signed in with Firefox on Linux.",` +
      `"data":{"device":"Firefox on Linux","address":"192.0.2.1"}}\n`,
  );
});

test("what nobody did, or did to nobody, says so with null", () => {
  const event = { ...signedIn, actorKind: "system" as const, actorId: null, userName: null };
  const line = JSON.parse(jsonLines.lines([event]));
  expect(line).toMatchObject({ by: { kind: "system", id: null }, about: null });
});

test("whatever stands in a name, an event stays one line", () => {
  const name = 'Ben\n"Benny"\r\n\u2028Baker';
  const text = jsonLines.lines([{ ...signedIn, userName: name }, signedIn]);
  const lines = text.split("\n");
  expect(lines).toHaveLength(3);
  expect(JSON.parse(lines[0] ?? "").about.name).toBe(name);
});
