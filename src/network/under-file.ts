import { unfit } from "../base/index.js";
import type { Person, Source } from "../people/index.js";

/**
 * People of an import as read out of the file that the caller names. Those that a reader gave a place keep owner and row, the
 * others get one where it is known whose file it is. The owner themselves stands in no row. Tables of one archive stay apart by their names.
 * @throws WarmpathError `INVALID_ARGUMENT` for a file that is no name.
 */
export function underFile(
  { people, file }: { readonly people: readonly Person[]; readonly file?: string },
  owner: string | undefined,
): readonly Person[] {
  if (file === undefined) return people;
  if (typeof file !== "string" || file === "") throw unfit("file", "the file's name");
  // The owner's record, and what other owners told, came from elsewhere; a file that is named twice is named once.
  const isOfFile = (person: Person, source: Source): boolean =>
    owner === undefined || (source.owner === owner && person.id !== owner);
  const toName = people.flatMap((person) => sourcesOf(person).filter((source) => isOfFile(person, source)));
  const isArchive = new Set(toName.map((source) => source.file)).size > 1;
  const named = (source: Source): Source => {
    const own = source.file;
    if (!isArchive || own === undefined || own === file) return { ...source, file };
    return own.startsWith(`${file}/`) ? source : { ...source, file: `${file}/${own}` };
  };
  return people.map((person) => {
    const told = sourcesOf(person);
    if (told.length > 0)
      return {
        ...person,
        sources: told.map((source) => (isOfFile(person, source) ? named(source) : source)),
      };
    return owner === undefined || person?.id === owner ? person : { ...person, sources: [{ owner, file }] };
  });
}

/** None of what is no person, which is refused later. */
function sourcesOf(person: Person): readonly Source[] {
  const sources: unknown = person?.sources;
  return Array.isArray(sources) ? sources : [];
}
