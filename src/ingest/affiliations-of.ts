import { foldCompany, foldText, parseTitle, type Spell, sameCompany } from "../people/index.js";

/** What a record says of where somebody works or worked. */
export interface WorkTold {
  /** The employer, and others beside it. */
  readonly companies: readonly string[];
  readonly title: string;
  /** Further employers that columns or properties of their own name, with the position there. */
  readonly more?: readonly { readonly organization: string; readonly title?: string }[];
}

/** The same, with all but the first employer as affiliations. */
export interface WorkRead {
  readonly company: string;
  readonly spells: readonly Spell[];
}

/**
 * The employer of a record and its other affiliations. They stand in one cell (`A; B`) and in further columns. They also stand in what a position
 * says of itself ("Board member at Acme", "ex-Acme", "formerly VP Sales at Acme"). A former one is `past`, since no day is told. The
 * position's own text stays as it is. Affiliations are told by `owner`.
 */
export function affiliationsOf({ companies, title, more = [] }: WorkTold, owner: string): WorkRead {
  const [first = "", ...others] = companies;
  const told: readonly InTitle[] = [
    ...others.map((organization) => ({ organization })),
    ...more,
    ...affiliationsInTitle(title),
  ];
  // Where no company's column says it, the first that is not over is where somebody works.
  const main = first || (told.find(({ past }) => past !== true)?.organization ?? "");
  const spells: Spell[] = [];
  for (const { organization, title: position, past } of told) {
    const isKnown = spells.some((spell) => sameCompany(spell.organization, organization));
    if (isKnown || (past !== true && sameCompany(main, organization)) || foldCompany(organization) === "")
      continue;
    spells.push({
      kind: "work",
      organization,
      ...(position !== undefined && { title: position }),
      ...(past === true && { past }),
      owner,
    });
  }
  return { company: main, spells };
}

/** Companies of one cell. A comma or "&" may be part of a name, so only what no name holds parts two. */
export function splitCompanies(cell: string): string[] {
  if (!/[;|\n•]|:::|\s\/\s/.test(cell)) return cell.trim() === "" ? [] : [cell.trim()];
  return (
    cell
      // The semicolon of an entity ends no name.
      .split(/(?<!&#?\w{1,8});|[|\n•]|:::|\s\/\s/)
      .map((part) => part.trim())
      .filter((part) => part !== "")
  );
}

interface InTitle {
  readonly organization: string;
  readonly title?: string;
  readonly past?: true;
}

/** The employers that a position names, beside the one of its company's column. */
function affiliationsInTitle(title: string): InTitle[] {
  return title
    .slice(0, MAX_TITLE)
    .split(/[|•·;\n()[\]]|\s[-–—/]\s|,\s(?=(?:ex|form|prev|board|advis|invest|past|fo?unding|co))/i)
    .flatMap((part) => affiliationIn(part.trim()) ?? []);
}

function affiliationIn(part: string): InTitle | undefined {
  const former = FORMER.exec(part);
  const rest = former === null ? part : part.slice(former[0].length);
  const at = AT.exec(rest);
  if (at !== null) {
    const [, position = "", organization = ""] = at;
    if (!isOrganization(organization)) return undefined;
    return {
      organization,
      ...(position.trim() && { title: position.trim() }),
      ...(former && { past: true }),
    };
  }
  const seat = SEAT.exec(rest);
  if (seat !== null) {
    const [, position = "", organization = ""] = seat;
    const isField = parseTitle(organization).function !== undefined || isJob(organization);
    if (!isOrganization(organization) || isField) return undefined;
    return { organization, title: position.trim(), ...(former && { past: true }) };
  }
  if (former === null) return undefined;
  // "ex-CEO" and "former nurse" name a job; "ex-Acme" names an employer.
  return isOrganization(rest) && !isJob(rest) ? { organization: rest, past: true } : undefined;
}

function isJob(text: string): boolean {
  return foldText(text)
    .split(" ")
    .some((word) => JOBS.has(word) || JOBS.has(word.replace(/s$/, "")));
}

/** A name of few words that begins as a name does. */
function isOrganization(text: string): boolean {
  return (
    /^[\p{Lu}\p{Lo}\d]/u.test(text) && text.split(/\s+/).length <= MOST_WORDS && foldCompany(text) !== ""
  );
}

/** Longer positions are essays. */
const MAX_TITLE = 300;
const MOST_WORDS = 6;
/** English, German, French, Spanish, Italian and Portuguese; plain translations, of which the English ones were seen in exports. */
const FORMER =
  /^(?:ex[-\s:]\s*|former(?:ly)?[-\s:]+|previously[-\s:]+|prev\.?\s+|past[-\s:]+|ehem(?:als|aliger?)?\.?\s+|zuvor\s+|früher\s+|ancien(?:ne)?(?:ment)?\s+|anteriormente\s+|antigu[oa]\s+|già\s+)/i;
const AT = /^(.*?)(?:^|\s)(?:at|@|bei|chez|presso)\s+(.+)$/is;
/** Seats that are held beside a job, and where: "Advisor to Acme", "Aufsichtsrat der Acme AG", "Board Member, Acme". */
const SEAT =
  /^(.*\b(?:board|board (?:member|director|advis[eo]r|observer)|(?:non-executive|independent) director|trustee|advis[eo]r|investor|mentor|aufsichtsrat|aufsichtsrats?mitglied|beirat|beirats?mitglied|verwaltungsrat|consejer[oa]|consigliere|administrateur|administratrice))(?:,?\s(?:to|in|of|for|der|des|de|du|della|di)\s|,\s)(?:the\s)?(.+)$/is;
const JOBS: ReadonlySet<string> = new Set(
  `ceo cto cfo coo cmo cio cpo cro chief founder cofounder co owner partner president vp svp evp vice director manager head lead leader
  consultant engineer developer analyst associate advisor adviser banker lawyer attorney nurse teacher professor officer executive specialist
  coordinator assistant intern student designer directors advisors residence people team architect accountant auditor recruiter salesperson sales marketing trader investor entrepreneur
  journalist editor writer scientist researcher physician doctor pilot soldier marine athlete player coach member chair chairman chairwoman
  board geschaftsfuhrer leiter leiterin berater directeur directrice director directora gerente consultor founding employee`.split(
    /\s+/,
  ),
);
