/**
 * True for a folded text that names no company. It may be a way of working for oneself, of not working, of not telling, or an empty cell.
 * It is in the languages in which profiles are exported. Words were gathered by hand.
 */
export function isNoCompany(folded: string): boolean {
  if (folded === "" || isTold(folded) || isTold(folded.replace(STILL, ""))) return true;
  const words = folded.split(" ");
  return words.some((word) => HIDDEN.has(word)) && words.every((word) => HIDDEN.has(word) || VAGUE.has(word));
}

/** Ways to say that something goes on. */
const STILL = /^(?:currently|now|derzeit|aktuell|actualmente|actuellement|attualmente|atualmente) /;
/** Patterns of whole texts. Each begins with two letters or signs that stand for themselves. */
const NO_COMPANY = [
  "self ?employed,self ?employment,selfemployed,own (?:business|company),my own (?:business|company),sole (?:proprietor|proprietorship|trader),independent,independent (?:consultant|contractor|consulting|professional|advisor|worker),freelanc(?:e|er|ers|ing),freelance (?:consultant|consulting|contractor|designer|developer|writer|editor|journalist|translator|photographer|copywriter|illustrator|marketer|recruiter|engineer|artist|trainer|coach|work|worker|professional|business)(?: and (?:consultant|editor|writer|designer|trainer|coach|developer))?,independent (?:consultant|consulting|contractor|designer|developer|writer|editor|journalist|translator|photographer|copywriter|illustrator|marketer|recruiter|engineer|artist|trainer|coach|work|worker|professional|business)(?: and (?:consultant|editor|writer|designer|trainer|coach|developer))?,self employed (?:consultant|consulting|contractor|designer|developer|writer|editor|journalist|translator|photographer|copywriter|illustrator|marketer|recruiter|engineer|artist|trainer|coach|work|worker|professional|business)(?: and (?:consultant|editor|writer|designer|trainer|coach|developer))?,owner,co ?founder,founder,entrepreneur,consultant,volunteer,startup,start up,contractor,gig worker,free lanc(?:e|er)",
  "selb(?:st)? ?sta(?:e)?ndig(?:e|er)?(?: tatig| (?:unternehmens ?)?(?:berater|trainer|designer|entwickler|unternehmer)(?:in)?| coach)?,unternehmer(?:in)?,unternehmens ?berater(?:in)? (?:selb(?:st)? ?sta(?:e)?ndig(?:e|er)?|freiberuflich),berater(?:in)? (?:selb(?:st)? ?sta(?:e)?ndig(?:e|er)?|freiberuflich),coach (?:selb(?:st)? ?sta(?:e)?ndig(?:e|er)?|freiberuflich),trainer(?:in)? (?:selb(?:st)? ?sta(?:e)?ndig(?:e|er)?|freiberuflich),freiberuf(?:ler|lich|lerin|liche|licher),freie mitarbeit(?:erin)?,einzelunternehme(?:n|r)",
  "travailleur independante?,consultant independante?,independante?,a mon compte,auto ?entrepreneu(?:r|se),micro ?entrepreneu(?:r|se),profession liberale,en freelance",
  "autonomo,autonoma,por cuenta propia,independiente,trabajo independiente,trabajador(?:a)? (?:independiente|autonomo|autonoma|por cuenta propia),profesional independiente,freelance independiente",
  "profissional (?:liberal|autonomo|autonoma),conta propria,trabalhador(?:a)? (?:autonomo|autonoma|independente|por conta propria),libero professionista,libera professionista,lavoratore autonomo,in proprio,partita iva",
  "zelfstandig(?:e|en)?,zelfstandig ondernemer,zzp,zzper,eigen (?:bedrijf|zaak|baas),eenmanszaak,selvstaendig,selvstendig(?: naringsdrivende)?,egenforetagare,egen foretagare,enskild firma,eget foretag,frilans(?:are|er)?,yrittaja,itsenainen,toiminimi",
  "samozatrudnion[ya],samozatrudnienie,wlasna dzialalnosc(?: gospodarcza)?,dzialalnosc gospodarcza,osvc,zivnostnik,egyeni vallalkozo,pfa,liber profesionist,serbest(?: calisan| meslek)?,kendi isim",
  "самозанят(?:ыи|ая|ые),фриланс(?:ер)?,фрілансер,индивидуальный предприниматель,частная практика,работаю на себя,ελευθερος επαγγελματιας,عمل حر,اعمال حره,עצמאי,עצמאית",
  "自由职业(?:者)?,自由職業(?:者)?,个体(?:户|经营)?,自营,フリーランス,個人事業主,自営業,프리랜서,자영업,개인사업자",
  "confidential,vertraulich,confidencial,confidentiel,riservato,private,privat,undisclosed,not disclosed,anonymous,конфиденциально",
  "retired,retiree,semi ?retired,rentner(?:in)?,pensionar(?:in)?,im ruhestand,pensioniert,retraitee?,a la retraite,jubilad[oa],aposentad[oa],reformad[oa],pensionat[oa],in pensione,gepensioneerd,pensionerad,pensionist,elakkeella,emeryt(?:ka)?,emerytowan[ya],пенсионер(?:ка)?,на пенсии,emekli",
  "student,studentin,etudiante?,estudiante,estudante,studente,studentka,студент(?:ка)?,schuler(?:in)?,unemployed,not employed,not working,arbeitslos,arbeitssuchend,auf (?:jobsuche|arbeitssuche),sans emploi,en recherche (?:d ?emploi|active),desempleado,desempregad[oa],disoccupat[oa],werkloos,werkzoekend,arbetslos,bezrobotn[ya],безработныи,в поиске(?: работы)?",
  "actively (?:looking|seeking|exploring)(?: for)?(?: .*)?,currently (?:looking|seeking|exploring)(?: for)?(?: .*)?,now (?:looking|seeking|exploring)(?: for)?(?: .*)?,looking(?: for)?(?: .*)?,seeking(?: for)?(?: .*)?,exploring(?: for)?(?: .*)?,open (?:to|for) .*,available (?:for|immediately).*,between (?:jobs|roles|opportunities|positions),in (?:career )?transition,career (?:break|transition|change),job ?seeker,job ?search(?:ing)?,en busqueda(?: (?:activa|de empleo).*)?,busqueda(?: (?:activa|de empleo).*)?,in cerca di (?:lavoro|occupazione|impiego),sabbatical,gap year,maternity leave,paternity leave,parental leave,family leave,on leave,elternzeit,mutterschutz,homemaker,hausfrau,hausmann,ama de casa,stay at home (?:mom|dad|mum|parent),full time parent",
  "various(?: companies| clients| firmen| kunden| empresas| entreprises| clientes)?,diverse(?: companies| clients| firmen| kunden| empresas| entreprises| clientes)?,divers(?: companies| clients| firmen| kunden| empresas| entreprises| clientes)?,varios(?: companies| clients| firmen| kunden| empresas| entreprises| clientes)?,multiple(?: companies| clients| firmen| kunden| empresas| entreprises| clientes)?,several(?: companies| clients| firmen| kunden| empresas| entreprises| clientes)?,many(?: companies| clients| firmen| kunden| empresas| entreprises| clientes)?,na,n a,not applicable,not available,none,no company,keine,kein,aucune?,ninguna,ninguno,nessuna,nessuno,nenhuma,geen,brak,нет,null,nil,undefined,unknown,unbekannt,inconnue?,desconocid[oa],sconosciut[oa],tbd,tba,to be (?:determined|announced),xx+,test,company,firma,empresa,entreprise,personal,home,me,myself,me myself and i,my own",
].flatMap((line) => line.split(","));

/** A pattern of all would take its compiler longer than a file of contacts its reader: one for each beginning that is met. */
const BEGINNINGS: ReadonlySet<string> = new Set(NO_COMPANY.map(beginningOf));
const PATTERNS = new Map<string, RegExp>();

function isTold(text: string): boolean {
  const beginning = beginningOf(text);
  if (!BEGINNINGS.has(beginning)) return false;
  let pattern = PATTERNS.get(beginning);
  if (pattern === undefined) {
    const own = NO_COMPANY.filter((one) => beginningOf(one) === beginning);
    pattern = new RegExp(`^(?:${own.join("|")})$`);
    PATTERNS.set(beginning, pattern);
  }
  return pattern.test(text);
}

function beginningOf(text: string): string {
  return text.slice(0, 2);
}

/** Words by which a company hides itself, and those that may stand beside them. */
const HIDDEN = new Set(["stealth", "stealthy"]);
const VAGUE = new Set(
  "mode startup start up startups company co venture ventures project projects in ai ml fintech saas b2b biotech health healthtech tech technology early stage seed a the new currently building something cybersecurity crypto web3 climate robotics".split(
    " ",
  ),
);
