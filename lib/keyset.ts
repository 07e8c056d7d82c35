import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";

/**
 * A place in a sorted list: the sort values and the id of the row that a page begins beside, and how
 * many rows stood before that place when it was shown.
 */
export type Cursor = { way: "after" | "before"; values: string[]; rank?: number };

const cursorSchema = z.object({
  way: z.enum(["after", "before"]),
  values: z.array(z.string().max(1000)).min(2).max(4),
  rank: z.int().min(0).max(1e9).optional(),
});

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

/** Null for anything that is no cursor of this list: it then begins at its start. */
export function decodeCursor(text: string | undefined, keys: Pick<Key, "type">[]): Cursor | null {
  if (!text) return null;
  try {
    const cursor = cursorSchema.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    const { values } = cursor;
    const fits = keys.every(({ type }, index) => canBeCast[type](values[index] ?? ""));
    return values.length === keys.length && fits ? cursor : null;
  } catch {
    return null;
  }
}

// Whatever Postgres could not read back would end in its error instead of a page.
const canBeCast: Record<Key["type"], (value: string) => boolean> = {
  boolean: (value) => value === "true" || value === "false",
  text: (value) => !value.includes("\0"),
  uuid: (value) => z.uuid().safeParse(value).success,
  timestamptz: (value) => value === "-infinity" || isTimestamp(value),
};

/** "2026-11-12 10:42:07.123456+00", as Postgres writes it. */
function isTimestamp(value: string): boolean {
  const iso = value.replace(" ", "T").replace(/[+-]\d\d$/, "$&:00");
  return (
    /^[12]\d{3}-.*[+-](0\d|1[0-4]):\d\d$/.test(iso) &&
    z.iso.datetime({ offset: true }).safeParse(iso).success
  );
}

/** A sort key: the SQL expression, and the type that a cursor's text is cast back to. */
export type Key = { expression: SQL; type: "boolean" | "text" | "timestamptz" | "uuid" };

/** `where` and `order by` of one keyset page. `limit` one more than the page to know what follows. */
export function keyset(keys: Key[], direction: "asc" | "desc", cursor: Cursor | null) {
  const forwards = (cursor?.way ?? "after") === "after";
  const way = (direction === "asc") === forwards ? "asc" : "desc";
  const columns = sql.join(
    keys.map(({ expression }) => expression),
    sql`, `,
  );
  const order = sql.join(
    keys.map(({ expression }) => sql`${expression} ${sql.raw(way)}`),
    sql`, `,
  );
  if (!cursor?.values.length) return { where: sql`true`, order };
  // By way of text, as which the driver sends every value.
  const values = sql.join(
    keys.map(({ type }, index) => sql`${cursor.values[index]}::text::${sql.raw(type)}`),
    sql`, `,
  );
  return { where: sql`(${columns}) ${sql.raw(way === "asc" ? ">" : "<")} (${values})`, order };
}

export type Page<Row> = {
  rows: Row[];
  previous: string | null;
  next: string | null;
  /** The number of its first row in the whole list, from 1, as far as the way there has told. */
  first?: number;
};

/**
 * Cuts what `keyset` fetched (up to `size` + 1 rows) into a page, with cursors where there is more.
 * Every row names its own sort values, the id last.
 */
export function cutPage<Row extends { keys: string[] }>(
  fetched: Row[],
  size: number,
  cursor: Cursor | null,
): Page<Omit<Row, "keys">> {
  const isBackwards = cursor?.way === "before";
  const hasMore = fetched.length > size;
  const rows = fetched.slice(0, size);
  if (isBackwards) rows.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  const hasPrevious = isBackwards ? hasMore : cursor !== null;
  const hasNext = isBackwards || hasMore;
  const before = rowsBefore(cursor, rows.length, hasPrevious);
  return {
    rows: rows.map(({ keys: _keys, ...row }) => row),
    previous:
      first && hasPrevious
        ? encodeCursor({ way: "before", values: first.keys, rank: before })
        : null,
    next:
      last && hasNext
        ? encodeCursor({
            way: "after",
            values: last.keys,
            rank: before === undefined ? undefined : before + rows.length,
          })
        : null,
    first: before === undefined || rows.length === 0 ? undefined : before + 1,
  };
}

/** Rows added or gone on the way make it wrong by as many; at the list's beginning it is right again. */
function rowsBefore(cursor: Cursor | null, size: number, hasPrevious: boolean): number | undefined {
  if (!hasPrevious) return 0;
  if (cursor?.rank === undefined) return undefined;
  const before = cursor.way === "before" ? cursor.rank - size : cursor.rank;
  return before > 0 ? before : undefined;
}
