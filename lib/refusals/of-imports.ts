import { numberText } from "#lib/plurals";
import type { RefusalSentence } from "#lib/refusals/facts";
import { sentence } from "#lib/sentence";

const asCsv = "Save it as CSV or vCard and import that.";

/** Files of contacts. */
export const refusalsOfImports = {
  import_file_missing: () => "No file was chosen. Nothing was changed. Choose a file first.",
  import_file_empty: () =>
    "The file is empty. Nothing was changed. Check the export that it came from.",
  import_file_too_large: () =>
    "A file of contacts may have at most 512 MB. Nothing was changed. Import it in several parts.",
  import_file_cut: () =>
    "The file stopped in the middle: the connection was cut. Nothing was changed. Choose it again.",
  import_file_left: () =>
    "The file waited for a day and was not imported, so it was removed. Choose it again.",
  import_file_is_other: (facts) =>
    `This is ${facts.what ?? "not a text file"}, whatever its name says. Nothing was changed. ${asCsv}`,
  import_header_only: () =>
    "The file has a header and no rows, so there was nothing to import. Nothing was changed. Check the export that it came from.",
  import_too_many_columns: (facts) =>
    `The file has ${numberText(facts.count ?? 0)} columns (the limit is ${numberText(facts.limit ?? 0)}). ` +
    "Nothing was changed. Remove those that hold nothing about contacts.",
  import_quote_open: (facts) =>
    `A quotation mark near line ${numberText(facts.count ?? 0)} has no end, so the file cannot be read any further. ` +
    "What stands before it is in and stays. Correct that line and import the file again: contacts are not added twice.",
  import_maps_nothing: () =>
    "No column fills a name, a company, an e-mail or a phone. Nothing was changed. " +
    "Choose at least one of these.",
  import_begun_already: () =>
    "This file is being imported already, or was. Nothing was changed. Open the page again.",
  import_over: () => "This import is over already. Nothing was changed. Open the page again.",
  import_author_not_admin: (facts) =>
    sentence`${facts.by ?? "The person"}, who imports this file, is no active admin any more, so the import stopped. ` +
    "What was taken in before stays. Another admin can import the file again: contacts are not added twice.",
  import_receiver_inactive: (facts) =>
    sentence`${facts.successor ?? "The person"}, who was to receive the contacts, is not an active user any more, so the import stopped. ` +
    "What was taken in before stays. Import the file again for somebody else: contacts are not added twice.",
} satisfies Record<string, RefusalSentence>;
