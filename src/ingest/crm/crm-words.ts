import { foldText, type ReferralMethod, type ReferralSource, TAG_CODES } from "../../people/index.js";

/** What a CRM says that a contact, or the company they are of, is to its owner. */
export type CrmRole = "customer" | "former customer" | "evangelist" | "partner" | "vendor" | "competitor";

/** A role with the codes of the tags that it stands for. */
export interface RoleMeaning {
  readonly role: CrmRole;
  readonly codes: readonly RoleCode[];
}

/** Codes that a role can stand for. */
export type RoleCode = `source:${ReferralSource}` | `method:${ReferralMethod}` | typeof TAG_CODES.competitor;

/**
 * Which tags a role brings, and the words for it in lifecycle stages, types and labels, folded. What is not here brings none. That a
 * lead, a prospect, an investor, an analyst or the press is one of the nine sources would be a guess. Words of the first line of a
 * role are of the vendors' own lists. Those of the second are what they are called in German, Spanish, French, Portuguese, Italian,
 * Dutch and Japanese. Of these only "cliente" was seen in an export; "Kunde" in a German CRM's own pages.
 */
const ROLES: readonly (RoleMeaning & { readonly words: string })[] = [
  {
    role: "customer",
    codes: [TAG_CODES.client, TAG_CODES.happyCustomer],
    words: `customer|customer direct|customer channel|client|
      |kunde|kundin|cliente|klant|顧客`,
  },
  {
    role: "evangelist",
    codes: [TAG_CODES.client, TAG_CODES.happyCustomer],
    words: `evangelist|
      |fursprecher|evangelista|evangelizador|evangeliste|ambassadeur|エバンジェリスト`,
  },
  {
    role: "former customer",
    codes: [TAG_CODES.client],
    words: `former customer|past customer|churned customer|
      |ehemaliger kunde|antiguo cliente|ancien client|ex cliente|voormalige klant`,
  },
  {
    role: "partner",
    codes: [TAG_CODES.partner],
    words: `partner|reseller|channel partner reseller|installation partner|technology partner|integrator|
      |wiederverkaufer|socio|revendedor|partenaire|revendeur|parceiro|rivenditore|wederverkoper|パートナー`,
  },
  {
    role: "vendor",
    codes: [TAG_CODES.vendor, TAG_CODES.businessContact],
    words: `vendor|supplier|
      |lieferant|proveedor|fournisseur|fornecedor|fornitore|leverancier|ベンダー`,
  },
  {
    role: "competitor",
    codes: [TAG_CODES.competitor],
    words: `competitor|
      |wettbewerber|mitbewerber|competidor|concurrent|concorrente|競合|競合他社`,
  },
];

/** The roles that a cell tells; several are joined with `;`. A word that is none of ours tells nothing. */
export function rolesOf(cell: string): RoleMeaning[] {
  if (cell === "") return [];
  return cell
    .split(";")
    .map((word) => ROLE_OF.get(foldWord(word)))
    .filter((role) => role !== undefined);
}

/** Whether a stage's name says that a deal was won or lost; neither where it says nothing of it, both, or "not yet won". */
export function stageOutcome(stage: string): "won" | "lost" | undefined {
  const words = foldWord(stage).split(" ");
  const won = words.findIndex((word) => WON.has(word));
  const lost = words.some((word) => LOST.has(word));
  if (won >= 0 === lost) return undefined;
  if (lost) return "lost";
  return words.slice(0, won).some((word) => NOT.has(word)) ? undefined : "won";
}

/** What a cell of a yes-or-no column says; undefined for an empty one and for any other word. */
export function yesOrNo(cell: string): boolean | undefined {
  if (cell === "") return undefined;
  const word = foldWord(cell);
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}

/** How content someone is, as a word tells it; undefined for a word that is none of ours. */
export function satisfactionWord(cell: string): "high" | "medium" | "low" | undefined {
  return SATISFACTION.get(foldWord(cell));
}

/** As `foldText` does it, the short way for what is plain already: most cells of most rows. */
export function foldWord(cell: string): string {
  return PLAIN.test(cell) ? cell.toLowerCase() : foldText(cell);
}

function wordsOf(text: string): string[] {
  return text
    .split("|")
    .map((word) => word.trim())
    .filter(Boolean);
}

/** Letters, digits and single blanks between them. */
const PLAIN = /^(?:[A-Za-z0-9]+(?: (?=[A-Za-z0-9])|$))*$/;
const ROLE_OF: ReadonlyMap<string, RoleMeaning> = new Map(
  ROLES.flatMap(({ role, codes, words }) => wordsOf(words).map((word) => [word, { role, codes }])),
);
/** Seen as labels of HubSpot's own closing stages: won, gewonnen, ganado, gagné(e), ganho, vinta and their opposites; the rest is guessed. */
const WON: ReadonlySet<string> = new Set(
  wordsOf("won|closedwon|gewonnen|ganado|ganada|gagne|gagnee|ganho|ganha|vinto|vinta|受注|成約"),
);
const LOST: ReadonlySet<string> = new Set(
  wordsOf("lost|closedlost|verloren|perdido|perdida|perdu|perdue|perso|persa|失注"),
);
/** What takes a "won" behind it back. */
const NOT: ReadonlySet<string> = new Set(
  wordsOf("not|never|nicht|no|non|pas|jamais|nao|nunca|niet|nooit|mai"),
);
const YES: ReadonlySet<string> = new Set(
  wordsOf("true|1|yes|ja|wahr|si|verdadero|oui|vrai|sim|verdadeiro|vero|waar|はい"),
);
const NO: ReadonlySet<string> = new Set(
  wordsOf("false|0|no|nein|falsch|falso|non|faux|nao|nee|onwaar|いいえ"),
);
const SATISFACTION: ReadonlyMap<string, "high" | "medium" | "low"> = new Map(
  (
    [
      [
        "high",
        `promoter|very satisfied|satisfied|very happy|happy|excellent|good|high|positive
        |sehr zufrieden|zufrieden|hoch|gut|muy satisfecho|satisfecho|muy satisfecha|satisfecha|promotor|alto|alta
        |tres satisfait|satisfait|tres satisfaite|satisfaite|promoteur|muito satisfeito|satisfeito|muito satisfeita|satisfeita
        |molto soddisfatto|soddisfatto|molto soddisfatta|soddisfatta|promotore|zeer tevreden|tevreden|hoog
        |非常に満足|満足|推奨者`,
      ],
      [
        "medium",
        `passive|neutral|ok|okay|average|medium|mixed|neither satisfied nor dissatisfied
        |passiv|mittel|pasivo|neutro|neutra|medio|media|passif|neutre|moyen|passivo|passief|neutraal|gemiddeld
        |普通|中立|中立者`,
      ],
      [
        "low",
        `detractor|very dissatisfied|dissatisfied|unsatisfied|not satisfied|very unhappy|unhappy|poor|bad|low|negative
        |sehr unzufrieden|unzufrieden|kritiker|detraktor|niedrig|schlecht|muy insatisfecho|insatisfecho|muy insatisfecha|insatisfecha|bajo|baja
        |tres insatisfait|insatisfait|tres insatisfaite|insatisfaite|detracteur|faible
        |muito insatisfeito|insatisfeito|muito insatisfeita|insatisfeita|detrator|baixo|baixa
        |molto insoddisfatto|insoddisfatto|molto insoddisfatta|insoddisfatta|detrattore|basso|bassa|zeer ontevreden|ontevreden|laag
        |非常に不満|不満|批判者`,
      ],
    ] as const
  ).flatMap(([level, words]) => wordsOf(words).map((word) => [word, level] as const)),
);
