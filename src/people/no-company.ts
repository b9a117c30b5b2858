/**
 * True for a folded text that names no company. It may be a way of working for oneself, of not working, of not telling, or an empty cell.
 * It is in the languages in which profiles are exported. Words were gathered by hand.
 */
export function isNoCompany(folded: string): boolean {
  if (folded === "" || NO_COMPANY.test(folded)) return true;
  const words = folded.split(" ");
  return words.some((word) => HIDDEN.has(word)) && words.every((word) => HIDDEN.has(word) || VAGUE.has(word));
}

const NO_COMPANY = new RegExp(
  `^(?:(?:currently|now|derzeit|aktuell|actualmente|actuellement|attualmente|atualmente) )?(?:${[
    "self ?employed|self ?employment|selfemployed|own (?:business|company)|my own (?:business|company)|sole (?:proprietor|proprietorship|trader)|independent|independent (?:consultant|contractor|consulting|professional|advisor|worker)|freelanc(?:e|er|ers|ing)|(?:freelance|independent|self employed) (?:consultant|consulting|contractor|designer|developer|writer|editor|journalist|translator|photographer|copywriter|illustrator|marketer|recruiter|engineer|artist|trainer|coach|work|worker|professional|business)(?: and (?:consultant|editor|writer|designer|trainer|coach|developer))?|owner|co ?founder|founder|entrepreneur|consultant|volunteer|startup|start up|contractor|gig worker|free lanc(?:e|er)",
    "selb(?:st)? ?sta(?:e)?ndig(?:e|er)?(?: tatig| (?:unternehmens ?)?(?:berater|trainer|designer|entwickler|unternehmer)(?:in)?| coach)?|unternehmer(?:in)?|(?:unternehmens ?berater(?:in)?|berater(?:in)?|coach|trainer(?:in)?) (?:selb(?:st)? ?sta(?:e)?ndig(?:e|er)?|freiberuflich)|freiberuf(?:ler|lich|lerin|liche|licher)|freie mitarbeit(?:erin)?|einzelunternehme(?:n|r)",
    "(?:travailleur |consultant )?independante?|a mon compte|auto ?entrepreneu(?:r|se)|micro ?entrepreneu(?:r|se)|profession liberale|en freelance",
    "autonomo|autonoma|por cuenta propia|independiente|trabajo independiente|trabajador(?:a)? (?:independiente|autonomo|autonoma|por cuenta propia)|profesional independiente|freelance independiente",
    "profissional (?:liberal|autonomo|autonoma)|conta propria|trabalhador(?:a)? (?:autonomo|autonoma|independente|por conta propria)|libero professionista|libera professionista|lavoratore autonomo|in proprio|partita iva",
    "zelfstandig(?:e|en)?|zelfstandig ondernemer|zzp|zzper|eigen (?:bedrijf|zaak|baas)|eenmanszaak|selvstaendig|selvstendig(?: naringsdrivende)?|egenforetagare|egen foretagare|enskild firma|eget foretag|frilans(?:are|er)?|yrittaja|itsenainen|toiminimi",
    "samozatrudnion[ya]|samozatrudnienie|wlasna dzialalnosc(?: gospodarcza)?|dzialalnosc gospodarcza|osvc|zivnostnik|egyeni vallalkozo|pfa|liber profesionist|serbest(?: calisan| meslek)?|kendi isim",
    "самозанят(?:ыи|ая|ые)|фриланс(?:ер)?|фрілансер|индивидуальный предприниматель|частная практика|работаю на себя|ελευθερος επαγγελματιας|عمل حر|اعمال حره|עצמאי|עצמאית",
    "自由职业(?:者)?|自由職業(?:者)?|个体(?:户|经营)?|自营|フリーランス|個人事業主|自営業|프리랜서|자영업|개인사업자",
    "confidential|vertraulich|confidencial|confidentiel|riservato|private|privat|undisclosed|not disclosed|anonymous|конфиденциально",
    "retired|retiree|semi ?retired|rentner(?:in)?|pensionar(?:in)?|im ruhestand|pensioniert|retraitee?|a la retraite|jubilad[oa]|aposentad[oa]|reformad[oa]|pensionat[oa]|in pensione|gepensioneerd|pensionerad|pensionist|elakkeella|emeryt(?:ka)?|emerytowan[ya]|пенсионер(?:ка)?|на пенсии|emekli",
    "student|studentin|etudiante?|estudiante|estudante|studente|studentka|студент(?:ка)?|schuler(?:in)?|unemployed|not employed|not working|arbeitslos|arbeitssuchend|auf (?:jobsuche|arbeitssuche)|sans emploi|en recherche (?:d ?emploi|active)|desempleado|desempregad[oa]|disoccupat[oa]|werkloos|werkzoekend|arbetslos|bezrobotn[ya]|безработныи|в поиске(?: работы)?",
    "(?:actively |currently |now )?(?:looking|seeking|exploring)(?: for)?(?: .*)?|open (?:to|for) .*|available (?:for|immediately).*|between (?:jobs|roles|opportunities|positions)|in (?:career )?transition|career (?:break|transition|change)|job ?seeker|job ?search(?:ing)?|(?:en )?busqueda(?: (?:activa|de empleo).*)?|in cerca di (?:lavoro|occupazione|impiego)|sabbatical|gap year|(?:maternity|paternity|parental|family) leave|on leave|elternzeit|mutterschutz|homemaker|hausfrau|hausmann|ama de casa|stay at home (?:mom|dad|mum|parent)|full time parent",
    "(?:various|diverse|divers|varios|multiple|several|many)(?: companies| clients| firmen| kunden| empresas| entreprises| clientes)?|n ?a|not applicable|not available|none|no company|keine|kein|aucune?|ninguna|ninguno|nessuna|nessuno|nenhuma|geen|brak|нет|null|nil|undefined|unknown|unbekannt|inconnue?|desconocid[oa]|sconosciut[oa]|tbd|tba|to be (?:determined|announced)|xx+|test|company|firma|empresa|entreprise|personal|home|me|myself|me myself and i|my own",
  ].join("|")})$`,
);
/** Words by which a company hides itself, and those that may stand beside them. */
const HIDDEN = new Set(["stealth", "stealthy"]);
const VAGUE = new Set(
  "mode startup start up startups company co venture ventures project projects in ai ml fintech saas b2b biotech health healthtech tech technology early stage seed a the new currently building something cybersecurity crypto web3 climate robotics".split(
    " ",
  ),
);
