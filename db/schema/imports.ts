import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { users } from "#db/schema/users";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** One file of contacts: uploaded, looked at, and taken in by a job. What it came to stays. */
export const imports = pgTable(
  "imports",
  {
    accountId: uuid().notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    byUserId: uuid().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    fileName: text().notNull(),
    /** Bytes. */
    size: bigint({ mode: "number" }).notNull().default(0),
    state: text({
      enum: ["uploading", "uploaded", "running", "done", "cancelled", "failed"],
    })
      .notNull()
      .default("uploading"),
    /** What the file turned out to be: format, encoding, delimiter, header and first rows. */
    facts: jsonb(),
    /** Which column fills which field, who gets the contacts, and what becomes of known ones. */
    choices: jsonb(),
    /** Bytes of the file, and records of it, that have been dealt with. */
    bytesDone: bigint({ mode: "number" }).notNull().default(0),
    recordsDone: integer().notNull().default(0),
    added: integer().notNull().default(0),
    updated: integer().notNull().default(0),
    /** Known already, and left as they are. */
    known: integer().notNull().default(0),
    /** Wrong, and listed with line and reason. */
    wrong: integer().notNull().default(0),
    startedAt: timestamp({ withTimezone: true }),
    endedAt: timestamp({ withTimezone: true }),
    endedBy: uuid(),
    /** Why it failed: a refusal's code and facts. */
    refusal: jsonb(),
  },
  (table) => [
    primaryKey({ name: "imports_pkey", columns: [table.accountId, table.id] }),
    foreignKey({
      name: "imports_by_same_account",
      columns: [table.accountId, table.byUserId],
      foreignColumns: [users.accountId, users.id],
    }),
    foreignKey({
      name: "imports_ended_by_same_account",
      columns: [table.accountId, table.endedBy],
      foreignColumns: [users.accountId, users.id],
    }),
    index("imports_by_time").on(table.accountId, table.createdAt, table.id),
    check(
      "imports_end_with_a_state",
      sql`(${table.endedAt} is null) = (${table.state} in ('uploading', 'uploaded', 'running'))`,
    ),
    check(
      "imports_state_is_known",
      sql`${table.state} in ('uploading', 'uploaded', 'running', 'done', 'cancelled', 'failed')`,
    ),
  ],
);

/** The file's bytes, piece by piece, until the import is over. */
export const importChunks = pgTable(
  "import_chunks",
  {
    accountId: uuid().notNull(),
    importId: uuid().notNull(),
    n: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (table) => [
    primaryKey({
      name: "import_chunks_pkey",
      columns: [table.accountId, table.importId, table.n],
    }),
    foreignKey({
      name: "import_chunks_import_same_account",
      columns: [table.accountId, table.importId],
      foreignColumns: [imports.accountId, imports.id],
    }),
  ],
);

/** A record that needs somebody's look: wrong and left out, or taken in though much like another. */
export const importProblems = pgTable(
  "import_problems",
  {
    accountId: uuid().notNull(),
    importId: uuid().notNull(),
    /** Counted from 1, and the line of the file it begins on. */
    record: integer().notNull(),
    line: integer().notNull(),
    isTakenIn: boolean().notNull(),
    reason: text().notNull(),
    /** The record's cells as they stood in the file. */
    cells: text().array().notNull(),
  },
  (table) => [
    primaryKey({
      name: "import_problems_pkey",
      columns: [table.accountId, table.importId, table.record],
    }),
    foreignKey({
      name: "import_problems_import_same_account",
      columns: [table.accountId, table.importId],
      foreignColumns: [imports.accountId, imports.id],
    }),
  ],
);

/** How files with this header were taken in the last time. */
export const importMappings = pgTable(
  "import_mappings",
  {
    accountId: uuid().notNull(),
    /** A hash of the header's names in their order. */
    header: text().notNull(),
    mapping: jsonb().notNull(),
    usedAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
    usedBy: uuid().notNull(),
  },
  (table) => [
    primaryKey({ name: "import_mappings_pkey", columns: [table.accountId, table.header] }),
    foreignKey({
      name: "import_mappings_by_same_account",
      columns: [table.accountId, table.usedBy],
      foreignColumns: [users.accountId, users.id],
    }),
  ],
);
