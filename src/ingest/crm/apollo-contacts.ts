import type { ReadInput, Reading } from "../bytes/feed.js";
import { checkReaderOptions } from "../owner.js";
import { type ContactsOptions, contactSpec, readContactTable } from "../table/contact-table.js";

/**
 * Reads Apollo's export of contacts as people to be reached: a bought list says nothing of whom its owner knows, so no ties are made.
 * @throws WarmpathError as `readLinkedInConnections` does.
 */
export function readApolloContacts<Input extends ReadInput>(
  input: Input,
  options: ContactsOptions,
): Reading<Input> {
  checkReaderOptions(options);
  return readContactTable(input, options, APOLLO, undefined, (read) => ({ ...read, ties: [] }));
}

const APOLLO = contactSpec(
  { company: "company name|company", url: "person linkedin url" },
  ["First Name", "Last Name", "Company Name", "Person Linkedin Url"],
  "apollo",
);
