import { ENGLISH_WORDS, GERMAN_WORDS, SPANISH_WORDS } from "../gendered-words.js";
import type { TextKind } from "./life-texts.js";

/** A rule that no text breaks. Names and companies of the world are told as `N` beforehand, where they stand whole. */
interface TextRule {
  readonly name: string;
  readonly breach: RegExp;
  readonly languages?: readonly string[];
  readonly kinds?: readonly TextKind[];
}

/** Words that somebody reads as they stand; the files hold them once more, wrapped or escaped. */
const WORDS: readonly TextKind[] = ["view", "page", "draft", "result"];

const MANY =
  "days|weeks|months|years|contacts|people|persons|favors|introductions|asks|leads|times|ways|hours|minutes|things|steps|meetings|names|ties|deals|colleagues|messages|rows|records|others|requests|tries|answers|sources";
const ONE =
  "day|week|month|year|contact|person|favor|introduction|ask|lead|time|way|hour|minute|thing|step|meeting|name|tie|deal|colleague|message|row|record|request|answer|source";
const MANY_DE =
  "Tage|Tagen|Wochen|Monate|Monaten|Jahre|Jahren|Kontakte|Kontakten|Personen|Leute|Leuten|Gefallen|Vorstellungen|Anfragen|Leads|Male|Wege|Stunden|Minuten|Dinge|Schritte|Treffen";
const ONE_DE = "Tag|Woche|Monat|Jahr|Kontakt|Person|Vorstellung|Anfrage|Mal|Weg|Stunde|Minute|Ding|Schritt";
const MANY_ES =
  "días|semanas|meses|años|contactos|personas|favores|presentaciones|peticiones|veces|caminos|horas|minutos|cosas|pasos|reuniones";
const ONE_ES =
  "día|semana|mes|año|contacto|persona|favor|presentación|petición|vez|camino|hora|minuto|cosa|paso|reunión";
const plural = (many: string, one: string): RegExp =>
  new RegExp(`(?<![\\d.,\\p{L}-])(?:1 (?:${many})|(?:0|[2-9]|[1-9]\\d{1,2}) (?:${one}))(?![\\p{L}-])`, "u");

export const TEXT_RULES: readonly TextRule[] = [
  { name: "two marks", breach: /[.!?,;:] ?\.(?!\.)(?<!\.\.\.)|[!?][,;:]|[.,;:][!?]/, kinds: WORDS },
  { name: "two commas", breach: /,\s*,|,;|;;|::(?!:)/, kinds: WORDS },
  { name: "two blanks", breach: /(?<=\S)[ \u00a0]{2,}(?=\S)/, kinds: ["view", "page", "draft"] },
  { name: "a blank before a mark", breach: /[\p{L}\d)] [,.;:!?](?=\s|$)/u },
  {
    name: "a value of the machine's",
    breach: /\bundefined\b|\bNaN\b|\[object|\bnull\b|(?<![\w.,-])-0(?![\w.,])|Infinity/,
  },
  {
    name: "an empty slot",
    breach: /\{\{?\w*\}|\(\s*\)|\(\s|(?<=\S)\s\)|"\s*"|“\s*”|„\s*“|«\s*»|(?<!')''(?!')/,
    kinds: WORDS,
  },
  { name: "an id", breach: /\bp_[0-9a-f]{8,}|\bu-000\d|\bev-\d|\b[0-9a-f]{16,}\b/ },
  {
    name: "a code",
    breach:
      /\b[A-Z]+_[A-Z_]+\b|(?<![\w@/.])(?:ask|target|deal|meeting|favor|thanks|update|lead|because|caveat|order|step|label|action|refusal|alert|insights|gift|person|contact|sale|opportunity)\.[a-z]+\b(?![@/])/,
  },
  {
    name: "a field's name",
    breach: /(?<![\w@/.#:-])[a-z]{2,}[A-Z][a-z]+(?!\w)/,
    kinds: ["view", "page", "draft"],
  },
  { name: "escaped twice", breach: /&(?:amp|lt|gt|quot|#\d+|#x[\da-f]+);/, kinds: WORDS },
  {
    name: "a share past all",
    breach:
      /(?<![\d.,])(?:-\d[\d.,]*|[1-9]\d{2,}(?<!100)) ?%(?! of what may be owed)|(?<!\d)(?:10[1-9]|1[1-9]\d|[2-9]\d\d) (?:in|von|de) 100\b/,
    kinds: WORDS,
  },
  {
    name: "a sentence that begins small",
    breach: /(?<!\b(?:e\.g|i\.e|z\. ?B|p\. ?ej|p|vs|bzw|ca|Dr|z|N|^\d+))[.!?] (?=\p{Ll})(?!\p{Ll}+[.@]\w)/u,
    kinds: WORDS,
  },
  {
    name: "words of the machine's",
    breach: /\b(?:fp|favou?r points?|nodes?|edges?|arcs?|legs?|gates?|hops?|consent|seekers?|connectors?)\b/i,
    languages: ["en"],
    kinds: ["view", "page", "draft"],
  },
  {
    name: "you are told of as another is",
    breach:
      /(?<!-)\byou (?:is|has|knows|works|was|says|would pass)\b|\bdu (?:ist|hat|kennt|arbeitet|sagt|war)\b|\btú (?:es|ha|conoce|trabaja|dice)\b/i,
    kinds: WORDS,
  },
  {
    name: "another language",
    breach: /(?<![\p{L}'])(?:the|of|and|with|whom|that|they|you|your|somebody|has|have|were)(?!\p{L})/iu,
    languages: ["de"],
    kinds: ["view"],
  },
  {
    name: "another language",
    breach: /(?<![\p{L}'])(?:the|of|and|with|whom|that|they|you|your|somebody|was|were)(?!\p{L})/iu,
    languages: ["es"],
    kinds: ["view"],
  },
  { name: "one and many", breach: plural(MANY, ONE), languages: ["en"], kinds: WORDS },
  { name: "one and many", breach: plural(MANY_DE, ONE_DE), languages: ["de"], kinds: WORDS },
  { name: "one and many", breach: plural(MANY_ES, ONE_ES), languages: ["es"], kinds: WORDS },
  { name: "a man or a woman", breach: ENGLISH_WORDS, languages: ["en"], kinds: WORDS },
  { name: "a man or a woman", breach: GERMAN_WORDS, languages: ["de"], kinds: WORDS },
  { name: "a man or a woman", breach: SPANISH_WORDS, languages: ["es"], kinds: WORDS },
];

/** A stop after the one that a name ends in. */
const TWO_STOPS = /(?<!\.)\.\.(?!\.)/;

/** The rules that a text breaks, each with the words around the breach; `masked` has `N` for names. */
export function breachesOf(whole: string, text: string, language: string, kind: TextKind): readonly string[] {
  const stops = TWO_STOPS.exec(whole);
  if (stops !== null)
    return [`two full stops: ${JSON.stringify(whole.slice(Math.max(0, stops.index - 70), stops.index + 9))}`];
  return TEXT_RULES.flatMap(({ name, breach, languages, kinds }) => {
    if (languages?.includes(language) === false || kinds?.includes(kind) === false) return [];
    const found = breach.exec(text);
    if (found === null) return [];
    return [`${name}: ${JSON.stringify(text.slice(Math.max(0, found.index - 70), found.index + 70))}`];
  });
}
