import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { helpPages } from "#lib/help/all-pages";
import { blockTexts } from "#lib/help/block-texts";
import { helpPageText } from "#lib/help/page-text";
import { helpSubjects } from "#lib/help/subjects";

/** Pages of the app by their addresses, without those that name an entry. */
const routes = new Set(
  globSync("app/**/page.tsx")
    .map((path) => path.replace(/^app|\/page\.tsx$|\/\([^)]+\)/g, ""))
    .filter((path) => !path.includes("["))
    .concat(helpPages.map(({ slug }) => `/help/${slug}`)),
);

test("every slug is there once and fits an address", () => {
  const slugs = helpSubjects.flatMap((subject) => [...subject.slugs]);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(slugs.filter((slug) => !/^[a-z]+(-[a-z]+)*$/.test(slug))).toEqual([]);
});

test("every link leads to a page of the app", () => {
  const links = helpPages.flatMap(({ sections }) =>
    sections
      .flatMap(({ blocks }) => blocks.flatMap(blockTexts))
      .flatMap((text) => (typeof text === "string" ? [] : text))
      .flatMap((part) => (typeof part !== "string" && "href" in part ? part.href : [])),
  );
  expect(links.length).toBeGreaterThan(40);
  const dead = links.map((href) => href.split("?")[0] ?? "").filter((path) => !routes.has(path));
  expect(dead).toEqual([]);
});

test.each(helpPages)("“$title” is short, and says what is near it", (page) => {
  const words = helpPageText(page).split(/\s+/).length;
  expect(words).toBeGreaterThan(80);
  expect(words).toBeLessThanOrEqual(500);
  expect(page.summary).toMatch(/^[A-Z].{20,160}\.$/);
  expect(page.related.length).toBeGreaterThanOrEqual(2);
  expect(new Set([...page.related, page.slug]).size).toBe(page.related.length + 1);
});

test("a page speaks of user spots, being made inactive and e-mail, as the screens do", () => {
  const others = /\b(seats?|licen[cs]es?|deactivat\w*|disabl\w*|delete a user|emails?|log ?in)\b/i;
  const wrong = helpPages.flatMap((page) => {
    const said = others.exec(`${page.title} ${page.summary} ${helpPageText(page)}`)?.[0];
    return said ? [`${page.slug}: ${said}`] : [];
  });
  expect(wrong).toEqual([]);
});

test("every subject of the index has a title of its own", () => {
  const titles = helpSubjects.map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});
