import type { LintWords } from "../language-pack.js";

/** What the lint looks for in German. \b knows only A to Z, so words that begin or end with an umlaut go without it. */
export const GERMAN_LINT: LintWords = {
  easyOut:
    /\bkein(e|en|erlei)? (problem|druck|eile|muss|thema|verpflichtung)|in ordnung|\b(ok|okay)\b|verständnis|verstehe ich|ich verstehe (das|es)|\b(wenn|falls|sollte[nst]*)\b[^.!?\n]{0,60}\b(nicht|nichts|niemand\w*|kein\w*|lieber|ungelegen|unpassend|unangenehm)\b|(könnten|würden|könntest|würdest|könntet) (sie|du|ihr) (sich |dir |euch )?(vielleicht|eventuell|evtl|gegebenenfalls|vorstellen|.{0,30}in betracht)|(wären|wärst|wärt) (sie|du|ihr)\b.{0,40}\b(bereit|offen|einverstanden)|(hätten|hättest|möchten|möchtest) (sie|du|ihr)|wäre (es|das|ein|dir|ihnen)\b.{0,60}(möglich|denkbar|recht|vorstellbar|willkommen|interessant)|(ist|wäre) es (vielleicht |eventuell )?möglich|d[üa]rf(te)? ich|\b(ein|kurzes|einfaches) nein\b|nein (sagen|genügt|reicht)|gut genug|(gibt es|kennen sie|kennst du|fällt (ihnen|dir))\b.{0,60}jemand|\bnur,? (wenn|falls)|fühlen sie sich frei|(ihnen|dir) (frei|überlassen)|überlasse|liegt (ganz )?bei (ihnen|dir)|(ihre|deine) entscheidung|ganz wie (sie|du)|ohne (jede )?(verpflichtung|druck|zwang)|unverbindlich|so oder so|lieber nicht|gern(e)? (auch )?(absagen|ablehnen|ignorieren)|nicht (böse|übel|schlimm)|macht (das )?(gar )?nichts/i,
  assumedYes:
    /\bdank(e|en)?\b( [^\s,.!?]+){0,3} (im voraus|im vorhinein|vorab|vorweg|schon (jetzt|mal|einmal)|bereits jetzt)|\b(im voraus|schon (jetzt|mal|einmal)|bereits jetzt)( [^\s,.!?]+){0,3} dank|freue mich ((jetzt |schon|bereits|sehr|darauf) ?)*auf (((die|ihre|deine) (vorstellung|vermittlung|weiterleitung|intro|zusage))|(ihre|deine|eine) positive|den kontakt|das kennenlernen)|(gehe davon aus|nehme an|weiß|erwarte|rechne damit|zähle darauf|vertraue darauf|verlasse mich darauf|bin (mir )?sicher), dass (sie|du|ihr)\b(?![^.!?\n]{0,80}\b(nicht|kein|nur|ungern)\b)[^.!?\n]{0,60}(vorstell|bekannt ?mach|vermittel|herstell|weiterleit|weitergeb|helfen|hilfst|unterstütz)|(zähle|baue|setze) (fest |ganz )?auf (sie|dich|ihre|deine)\b|rechne (fest )?mit (ihrer|deiner) (hilfe|zusage|unterstützung|vermittlung)|verlasse mich auf (sie|dich)|sobald (sie|du|ihr)( beide)? (uns|mich|den kontakt)\b[^.!?\n]{0,60}(vorgestellt|vorstell|bekannt|hergestellt|herstell)|sobald (der kontakt|die vorstellung|das intro)|(sie müssen|du musst|sie sollten|du solltest) (mich|uns)\b(?![^.!?\n]{0,60}\b(nicht|kein))|(sie|du)\b[^.!?,\n]{0,30} (sicher(lich)?|bestimmt|gewiss) gerne?\b/i,
  begging:
    /\bwen (kennen sie|kennst du|kennt ihr)\b|(kennen sie|kennst du) (noch )?(wen|leute|andere|welche)\b|wer (sonst|noch) .{0,40}(braucht|brauchen|interesse|bedarf)|irgend(jemand|wen|wer|ein|welche)|jemand(en)?,? (der|die) [^.!?\n]{0,40}(interesse|bedarf) (hat|hätte|haben)|\blisten? (von|mit|der|aller|an|ihrer|deiner) [^.!?\n]{0,20}(namen|kontakt|leute|ansprechpartner|bekannt|kolleg|kund|freund)|namensliste|kontaktliste|\b(ein paar|einige|mehrere|zwei|drei|vier|fünf|zehn|möglichst viele|\d+) (namen|kontakte|empfehlungen|ansprechpartner|adressen)\b|(mein|unser)e?n? (produkt|angebot|lösung|dienst\w*|software) (brauch|gebrauch|haben woll|kauf|benötig)|\balle[nr]? (ihre|deine|eure)[nr]? (kontakt|bekannt|kolleg|freund)|\balle[nr]?, die (sie|du) kenn|(ihr|dein|euer|eur)(e[mns]?)? (ganze|gesamte)[ns]? (netzwerk|adressbuch|umfeld|bekanntenkreis)|weiterempf[eo]hl|empfehlen sie (uns|mich) (bitte |gern |gerne )*weiter|haben sie (noch )?(weitere |andere )?(empfehlungen|kontakte|namen)\b/i,
  issueFrame:
    /(steht|stehen) vor|vor (de[rmn]selben|de[rmn] gleichen|(einem |einer )?ähnlichen)|kämpf|konfrontiert|beschäftigt|befass|(zu tun|zu schaffen) (hat|haben|macht)|\barbeite[nt]? an\b|schwierigkeiten (mit|bei)|probleme? (mit|bei)|betroffen|kopfzerbrechen|umtreibt|herumschl[aä]g|(so|ähnlich|genauso) (geht|ergeht)/i,
  sameIssue:
    /(selbe|gleiche|ähnliche)[nmrs]? (art (von )?)?(problem|frage|thema|themen|aufgabe|schwierigkeit|herausforderung|situation|lage)/i,
  pressure:
    /\bkaufen\b|\bpitch|demo asap|\basap\b|(jetzt|gleich) (zugreifen|zuschlagen|handeln)|sofort handeln|nur (noch )?(heute|für kurze zeit|kurze zeit|wenige tage)|garantier|\bgarantie\b|einmalige (chance|gelegenheit)|letzte chance|nicht entgehen|(schnellstmöglich|so schnell wie möglich|umgehend|unverzüglich|bis spätestens)\b|um (zeitnahe|baldige|umgehende|rasche|schnelle) (antwort|rückmeldung|erledigung)/i,
  discussed:
    /wie (wir )?((bereits|schon|gestern|neulich|kürzlich|telefonisch|am telefon) )?(besprochen|erwähnt|vereinbart|abgesprochen|angekündigt|versprochen|gesagt)|(in|nach|bei|seit|zu) unsere[mr] ([^\s,.]+ )?(gespräch|telefonat|telefongespräch|treffen|meeting|call|besprechung|unterhaltung)|bezug(nehmend)? auf unser|im anschluss an unser/i,
  pronoun: /(?<!\p{L})([Ee]r|[Ii]hm|[Ii]hn|[Ss]eine[rnms]?)(?!\p{L})/u,
  whoAmI:
    /ich bin\b|mein name|ich heiße|ich (arbeite|leite|führe|verantworte|gründe|betreue|mache|verkaufe|baue|entwickle|berate|helfe|unterstütze|begleite)\b|hier (ist|schreibt)|wir (sind|von|bei)\b|\bals (gründer|geschäftsführ|leiter|inhaber)/i,
  purpose:
    /\bweil\b|\bdenn\b|\bda (sie|wir|ich|bei)\b|grund\b|darum|daher|deshalb|deswegen|warum|worum|weshalb|es geht um|wegen|anlass|hintergrund|anliegen|bezüglich|aufgefallen|austausch|wir (helfen|haben)|(gelesen|gesehen|gehört),? dass|(habe|haben)\b.{0,60}(gelesen|gesehen|gehört)|um (zu|mehr|mich)|\bmehr von\b|über|(würde|möchte)[^.!?\n]{0,60}(zeigen|lernen|erfahren|vergleichen|besprechen|verstehen|wissen)/i,
  benefit:
    /(davon|dabei|daraus) (hätten|hätte|haben|hättest)|anbieten kann|biete(n)? (ich|wir)?|für (sie|dich|ihr team|ihr haus)\b(?! (gerade |derzeit |momentan )?(nicht|kein))|(nützt|hilft|bringt|spart) (sie|ihnen|dir|ihr team)|(sie|du) (bekommen|erhalten|bekämen|erhielten|bekommst|sparen|sparst|erfahren|sehen)|(ihnen|dir) .{0,40}(zeigen|schicken|geben|mitbringen|teilen|ersparen|nützen|abnehmen|helfen|nützlich)|teile(n)? (ich|wir)? ?gern|nutzen|vorteil|mehrwert|profitier|im gegenzug|gern(e)? .{0,40}(teilen|schicken|zeigen|mitbringen)/i,
  connectorReason:
    /\bweil\b|\bdenn\b|\bda (sie|du|ihr|wir)\b|ich frage (sie|dich)|kennen sie|kennst du|(sie|du|ihr) [^.!?\n]{1,40}\b(kennen|kennst|kennt|vernetzt)\b|(ihre|deine) (meinung|erfahrung|sicht|einschätzung|empfehlung)|vertrau|ihr seid|sie (beide )?sind|gemeinsam|zusammen/i,
  minutes:
    /\b(\d{1,3})[\s-]*min|\b((?:fünf|zehn|fünfzehn|zwanzig|fünfundzwanzig|dreißig|ein paar|wenige)[\s-]*min|halben? stunde|halbstünd|viertelst[uü]nd)/i,
  yesNo:
    /\?(?<=(^|[.!?,:;\n][^\S\n]*)((?!(wer|wie|was|wann|wo|warum|wen|wem|wieso|weshalb|welche\w*)\b)[^\s.!?,:;]{1,40} +){0,2}(hätten?|hättest|wären?|wärst|könnten?|könntest|würden?|würdest|passt|passen|dürften?|darf|dürfen|kann|können|kannst|ist|sind|bist|haben|hast|möchten|möchtest|mögen|magst|wollen|willst|kennen|kennst|gibt|gäbe|soll|sollen|spricht|lohnt|interessiert|besteht)\s[^.!?\n]*\?)/i,
  genericSubject:
    /^((ganz )?(kurze|kleine|meine|eine?n?)[rs]? |bitte um )*(frage|rückfrage|bitte|anfrage|nachfrage|vorstellung|intro|hallo|hi|guten tag|hilfe|unterstützung|empfehlung|kontakt|kontaktanfrage|gefallen|anliegen|vernetzung)( an (sie|dich))?[.!?]*$/i,
  ledger:
    /\b(du schuldest|sie schulden|schuldest du|schulden sie) (mir|uns)|\bich schulde (dir|ihnen)|(bin|bist|sind|ist) (mir|uns|dir|ihnen) [^.!?\n]{0,20}schuldig|noch einen gefallen (schuldig|gut)|ich habe bei (dir|ihnen) (noch )?(etwas|was|einen) gut|(etwas|was|einen) (gut bei mir|bei mir gut)|bei mir (noch )?(etwas|was|einen( gefallen)?) gut|in (meiner|deiner|ihrer) schuld|revanchier|gefallen (einlösen|einfordern|zurück|erwider)|(habe ich|ich habe) (dir|ihnen) [^.!?\n]{0,20}einen gefallen|nach allem, was (ich|wir)|(?<!ohne (jede )?)gegenleistung|eine hand wäscht|\bquitt\b|schulde(t|st|n)? (mir|uns|dir|ihnen|ihr|ihm) (noch )?(et)?was\b|schulde(t|st|n)? (mir|uns|dir|ihnen|ihr|ihm) (noch )?einen gefallen|(jetzt|nun) (bist|sind|ist) (du|sie|er|name) (dran|an der reihe|am zug)/i,
  attachment:
    /(im|als) anhang|angehängt|beigefügt|beiliegend|\banbei\b|in der anlage (finde|send|schick|erh)|\b(siehe|als) anlage\b|(hängt|hängen) (hier |unten )?an\b/i,
  context:
    /\b(januar|februar|april|mai|juni|juli|august|september|oktober|november|dezember)\b|märz|\b(19|20)\d\d\b|\bdank(e|en|bar)?\b(?! (schon|im voraus|vorab))|seit (wir|unserem|unserer|der|ihrer|deiner)|als wir|nachdem wir|(haben|hatten|waren) wir|wir (uns|beide|damals|zuletzt)|wir (haben|hatten|waren|sind)\b[^.!?\n]{0,60}(getroffen|gesprochen|telefoniert|kennengelernt|geschrieben|gearbeitet|vernetzt|gesehen|ausgetauscht|gelöst|erreicht|studiert|kollegen)|erinner|\b(neulich|kürzlich|damals)\b|letzte[nrs]? (woche|monat|jahr|sommer|herbst|winter|frühjahr|frühling)|unser(e|em|er|en)? (letzte[nrs]? )?(arbeit|treffen|telefonat|austausch|gespräch|projekt|abschluss)|überraschend/i,
  incentive:
    /provision(?!ier)|(?<!versicherungs)prämien?(?!r)|gutschein|kopfgeld|tippgeber|finderlohn|belohnung|umsatzbeteiligung|(bezahle|zahle) ich (sie|dich|ihnen|dir)|ich (bezahle|zahle) (sie|dich|ihnen|dir)/i,
  disclosed:
    /offen (gesagt|gestanden)|offenleg|offengelegt|transparen|ganz offen|der offenheit halber|um ehrlich zu sein|(damit|sollten|solltest) (sie|du)( es| das)? (wissen|weißt)/i,
  introduce:
    /bekannt ?(zu )?mach|vorstell|vorzustell|kontakt (zu|mit|her)|kennenlernen|kennenzulernen|erreichen|vermitteln/i,
  several:
    /\b(zwei|drei|vier|fünf|mehreren?|einigen?|diesen?|folgenden?) (leute|personen|menschen|kontakte|herren|damen|ansprechpartner|entscheider|einkäufer)|\b(zwei|drei|mehrere|einige|weitere) vorstellungen\b|\bbeiden (leuten|personen)/i,
  towards:
    /(?<!\p{L})(?:(?:mich|uns) (?:(?:auch|noch|außerdem|zusätzlich|ebenfalls|bitte|gerne?|vielleicht) ){0,3}(?:(?:mit|bei|zu|an) )?|(?:kontakt|intro|vorstellung|verbindung)(?: (?!name)[\p{L}-]+){0,2}? (?:zu|mit|bei|an) |(?:und|sowie|auch|noch|oder)(?: auch| noch)? (?:zu|mit|bei|an) )(?:(?:frau|herrn?) )?/iu,
  common:
    /^(der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|und|oder|aber|mit|von|vom|bei|beim|für|auf|aus|nach|vor|über|unter|zum|zur|durch|seit|wir|sie|ihr|ich|uns|sich|ihnen|ihre|unser|unsere|haben|habe|hat|sind|ist|war|wird|werden|würde|nicht|auch|noch|nur|wie|was|wer|dass|wenn|weil|als|diese|dieser|dieses|alle|mehr|sehr|können|kann)$/,
};
