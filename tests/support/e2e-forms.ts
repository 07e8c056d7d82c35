import type { APIResponse, Page } from "@playwright/test";

export type Fields = [string, string][];
/** By a field's name: null leaves it out, a list repeats it. */
export type Changes = Record<string, string | string[] | null>;

/** The fields of the form with this button, as the server sent it to a browser without JavaScript. */
export async function fieldsOf(page: Page, path: string, button: string): Promise<Fields> {
  const html = await (await page.request.get(path)).text();
  return page.evaluate(
    ([source = "", name = ""]) => {
      const sent = new DOMParser().parseFromString(source, "text/html");
      const buttons = [...sent.querySelectorAll("main button")];
      const found = buttons.find((each) => each.textContent === name)?.closest("form");
      if (!found) throw new Error(`There is no form with the button ${name}.`);
      return [...new FormData(found)].map(([key, value]): [string, string] => [key, String(value)]);
    },
    [html, button],
  );
}

/** The same fields with some of them changed. */
export function withFields(fields: Fields, changes: Changes): Fields {
  const kept = fields.filter(([name]) => !(name in changes));
  const added = Object.entries(changes).flatMap(([name, value]) =>
    (value === null ? [] : [value].flat()).map((each): [string, string] => [name, each]),
  );
  return [...kept, ...added];
}

/** Posts a form as a browser without JavaScript does, from a page of ours, and follows nothing. */
export async function post(page: Page, path: string, fields: Fields): Promise<APIResponse> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return page.request.post(path, {
    multipart: form,
    maxRedirects: 0,
    headers: { origin: new URL(page.url()).origin },
  });
}
