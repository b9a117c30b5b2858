import { checkShape } from "../base/index.js";
/**
 * A company's folded name without last words that tell a country, a town, a region or a part of it. So ("ibm deutschland", "acme group
 * emea" are branches of "ibm" and "acme"). Undefined where none stands there or nothing would be left. A guess by words: what has such a
 * base is a candidate and never the same company.
 */
export function branchBase(folded: string): string | undefined {
  checkShape(folded, "text", "folded");
  if (!ENDINGS.has(lastWord(folded))) return undefined;
  const words = folded.split(" ");
  let length = words.length;
  for (let cut = true; cut && length > 1; ) {
    cut = false;
    for (let count = Math.min(3, length - 1); count > 0 && !cut; count--) {
      if (!BRANCH.has(words.slice(length - count, length).join(" "))) continue;
      length -= count;
      cut = true;
    }
    // What stands before may be a legal form ("EQT AB Group") or a word that joins ("Acme of Germany").
    while (cut && length > 1 && FILLERS.has(words[length - 1] as string)) length--;
  }
  return length === words.length ? undefined : words.slice(0, length).join(" ");
}

const FILLERS = new Set(
  "ab ag sa se plc inc ltd llc gmbh corp co nv bv oy as spa srl of in de for the and und".split(" "),
);
/** Countries in English and in their own or a neighbour's language, towns where many firms have an office, parts of a firm (by hand). */
const BRANCH: ReadonlySet<string> = new Set(
  [
    "germany|deutschland|allemagne|alemania|germania|austria|osterreich|switzerland|schweiz|suisse|svizzera|france|frankreich|italy|italia|italien|spain|espana|spanien|portugal|netherlands|nederland|niederlande|holland|belgium|belgie|belgique|belgien|luxembourg|luxemburg|uk|united kingdom|great britain|britain|gb|england|scotland|wales|ireland|denmark|danmark|sweden|sverige|schweden|norway|norge|norwegen|finland|suomi|finnland|iceland",
    "poland|polska|polen|czech republic|czechia|cesko|slovakia|slovensko|hungary|magyarorszag|romania|bulgaria|greece|hellas|turkey|turkiye|russia|россия|рус|ukraine|украина|україна|estonia|eesti|latvia|latvija|lithuania|lietuva|croatia|hrvatska|serbia|srbija|slovenia|slovenija",
    "usa|us|united states|u s|canada|mexico|brazil|brasil|brasilien|argentina|chile|colombia|peru|uruguay|ecuador|india|china|中国|japan|ジャパン|日本|korea|south korea|코리아|한국|taiwan|hong kong|singapore|malaysia|indonesia|thailand|vietnam|philippines|australia|new zealand|israel|egypt|saudi arabia|ksa|uae|united arab emirates|qatar|kuwait|south africa|nigeria|kenya|morocco|pakistan|bangladesh",
    "emea|apac|latam|dach|mena|nordics|nordic|benelux|cee|iberia|anz|europe|europa|asia|asia pacific|africa|north america|latin america|south america|middle east|americas|international|global|worldwide|world|central europe|eastern europe|western europe",
    "berlin|munich|munchen|hamburg|frankfurt|cologne|koln|dusseldorf|stuttgart|vienna|wien|zurich|geneva|geneve|paris|lyon|london|manchester|dublin|edinburgh|amsterdam|rotterdam|brussels|antwerp|copenhagen|kobenhavn|stockholm|goteborg|oslo|helsinki|madrid|barcelona|lisbon|lisboa|milan|milano|rome|roma|warsaw|warszawa|krakow|prague|praha|budapest|bucharest|athens|istanbul|moscow|kyiv",
    "new york|nyc|boston|chicago|san francisco|sf|los angeles|seattle|austin|dallas|houston|denver|atlanta|miami|toronto|vancouver|montreal|sao paulo|tokyo|osaka|seoul|shanghai|beijing|shenzhen|bangalore|bengaluru|mumbai|delhi|hyderabad|chennai|pune|dubai|tel aviv|sydney|melbourne",
    "group|gruppe|groupe|grupo|gruppo|holding|holdings|headquarters|hq|head office",
  ].flatMap((line) => line.split("|")),
);
/** Their last words. */
const ENDINGS: ReadonlySet<string> = new Set(Array.from(BRANCH, lastWord));

function lastWord(words: string): string {
  return words.slice(words.lastIndexOf(" ") + 1);
}
