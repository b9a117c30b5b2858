/**
 * Whether two job titles tell the same business function or the same rank. Word lists, English with some German and
 * Spanish; a title that says neither is never taken as alike. An assumption of ours, used only as the shift of
 * the README of `ties`, whose size comes from lawyers of one practice and one rank.
 */
export function titleLikeness(
  a: string | undefined,
  b: string | undefined,
): { readonly sameFunction: boolean; readonly sameRank: boolean } {
  return likenessOf(titleFamilies(a), titleFamilies(b));
}

/** The business function and the rank that a title tells, `undefined` where it tells none. */
export interface TitleFamilies {
  readonly business: string | undefined;
  readonly rank: string | undefined;
}

/** What a title tells; its first 256 characters are looked at. */
export function titleFamilies(title: string | undefined): TitleFamilies {
  if (title === undefined) return { business: undefined, rank: undefined };
  const short = title.slice(0, MAX_TITLE);
  return { business: firstMatch(FUNCTIONS, short), rank: firstMatch(RANKS, short) };
}

/** Whether two titles tell the same; what a title does not tell is never alike. */
function likenessOf(
  a: TitleFamilies,
  b: TitleFamilies,
): { readonly sameFunction: boolean; readonly sameRank: boolean } {
  return {
    sameFunction: a.business !== undefined && a.business === b.business,
    sameRank: a.rank !== undefined && a.rank === b.rank,
  };
}

/** What a title tells as one number below 128; of two, {@link likenessOfCodes} tells the same as {@link likenessOf}. */
export function titleCode({ business, rank }: TitleFamilies): number {
  return (placeOf(FUNCTIONS, business) << RANK_BITS) | placeOf(RANKS, rank);
}

/** 0: nothing alike, else the sum of 1 for the same rank and 2 for the same function. */
export function likenessOfCodes(a: number, b: number): number {
  const different = a ^ b;
  const sameFunction = different >> RANK_BITS === 0 && a >> RANK_BITS !== 0;
  const sameRank = (different & RANK_MASK) === 0 && (a & RANK_MASK) !== 0;
  return (sameFunction ? 2 : 0) + (sameRank ? 1 : 0);
}

/** Bits of a title's code that tell the rank. */
const RANK_BITS = 3;
const RANK_MASK = 7;

/** Longer texts are no titles. */
const MAX_TITLE = 256;

type Families = readonly (readonly [name: string, words: RegExp])[];

const FUNCTIONS: Families = [
  ["sales", /\b(sales|account executive|account manager|business development|vertrieb|ventas)\b/i],
  ["marketing", /\b(marketing|brand|growth|communications|pr|content)\b/i],
  [
    "engineering",
    /\b(engineer|engineering|developer|software|cto|architect|devops|entwickler|ingenier[oa])\b/i,
  ],
  ["product", /\b(product|ux|designer|design)\b/i],
  ["data", /\b(data|analytics|scientist|machine learning)\b/i],
  ["finance", /\b(finance|financial|accounting|accountant|controller|cfo|treasurer|finanzen|finanzas)\b/i],
  ["people", /\b(hr|human resources|people|talent|recruit(er|ing|ment)|personal|recursos humanos)\b/i],
  [
    "operations",
    /\b(operations|logistics|supply chain|procurement|purchasing|coo|einkauf|compras|operaciones)\b/i,
  ],
  ["legal", /\b(legal|counsel|attorney|lawyer|compliance|rechtsanwalt|abogad[oa])\b/i],
  ["it", /\b(it|information technology|security|infrastructure|cio|ciso)\b/i],
  ["support", /\b(customer success|customer support|support|service)\b/i],
];

const RANKS: Families = [
  [
    "chief",
    /\b(c[efotimr]o|ciso|chief|founder|co-founder|owner|president|managing director|gesch(ä|ae)ftsführer)\b/i,
  ],
  ["vp", /\b(vp|svp|evp|vice president)\b/i],
  ["director", /\b(director|head|directora|leiter(in)?)\b/i],
  ["manager", /\b(manager|lead|supervisor|gerente)\b/i],
  ["junior", /\b(intern|junior|assistant|trainee|werkstudent(in)?|praktikant(in)?)\b/i],
];

function firstMatch(families: Families, title: string): string | undefined {
  return families.find(([, words]) => words.test(title))?.[0];
}

/** Place of a name from 1 on; 0 for none. */
function placeOf(families: Families, name: string | undefined): number {
  return families.findIndex(([known]) => known === name) + 1;
}
