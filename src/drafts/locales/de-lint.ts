import type { LintWords } from "../language-pack.js";

/** What the lint looks for in German. \b knows only A to Z, so words that begin or end with an umlaut go without it. */
export const GERMAN_LINT: LintWords = {
  easyOut:
    /kein (problem|druck)|in ordnung|(volles )?verständnis|verstehe ich|wenn (es|sie|du|nicht|ihnen|dir|das|ihr)\b.{0,60}\bnicht|wenn nicht|falls (nicht|sie|du)|(könnten|würden|wären|könntest|würdest|wärst|möchten|hätten|hättest) (sie|du|ihr)|dürfte ich|darf ich|ein (kurzes )?nein|gut genug|gibt es .{0,60}jemand|nur wenn|fühlen sie sich frei|kein muss|lieber nicht|ist nichts zu tun/i,
  assumedYes:
    /(vielen )?dank im voraus|im voraus (vielen )?dank|danke im voraus|freue mich (schon )?auf (die|ihre|deine) (vorstellung|vermittlung|intro)|ich gehe davon aus, dass|ich (weiß|erwarte), dass (sie|du)|sobald (sie|du) (uns|mich) (vorgestellt|bekannt)|(sie müssen|du musst) (mich|uns)/i,
  begging:
    /wen kennen sie (noch|sonst)|wen kennst du (noch|sonst)|wer (sonst|noch) .{0,40}(braucht|brauchen|interesse)|irgend(jemand|wen|wer)|(eine )?liste (von|mit|der) (namen|kontakten|leuten)|\b(ein paar|einige|drei|vier|fünf|zehn|\d+) (namen|kontakte|empfehlungen)\b|(mein|unser) produkt (brauchen|haben wollen|kaufen)|alle ihre kontakte|alle deine kontakte/i,
  issueFrame:
    /(steht|stehen) vor|vor de(r|n|m)selben|kämpf|beschäftigt|befass|zu tun hat|zu tun haben|arbeitet? an|schwierigkeiten mit|probleme? mit/i,
  sameIssue:
    /(de[rmn]selben|dasselbe|dieselbe|das gleiche|die gleiche|der gleichen|ähnliche[nrs]?) (problem|frage|thema|aufgabe|schwierigkeit)/i,
  pressure:
    /\bkaufen\b|\bpitch|demo asap|jetzt zugreifen|nur (heute|kurz)|garantier|einmalige chance|sofort handeln/i,
  discussed:
    /wie (wir )?(besprochen|erwähnt|vereinbart|abgesprochen)|(in|nach|bei) unserem (letzten )?(gespräch|telefonat|treffen|meeting|call)/i,
  pronoun: /\b(er|ihm|ihn|seine[rnms]?)\b/,
  whoAmI:
    /ich bin\b|mein name ist|ich heiße|ich (arbeite|leite|führe|verantworte|gründe|betreue|mache)\b|hier (ist|schreibt)|wir sind/i,
  purpose:
    /\bweil\b|\bdenn\b|\bda (sie|wir|ich|bei)\b|grund\b|darum|deshalb|deswegen|warum|worum|es geht um|wegen|wir (helfen|haben)|(gelesen|gesehen|gehört), dass|um (zu|mehr|mich)|über/i,
  benefit:
    /(davon|dabei|daraus) (hätten|hätte|haben|hättest)|davon hätten|davon hättest|anbieten kann|biete(n)? (ich|wir)?|(für|nützt|hilft|bringt|spart) (sie|ihnen|dir|ihr team)|(sie|du) (bekommen|erhalten|bekämen|erhielten|bekommst|sparen|sparst|erfahren|sehen)|ihnen .{0,40}(zeigen|schicken|geben|mitbringen|teilen|ersparen|nützen)|teile(n)? (ich|wir)? ?gern|nutzen|vorteil|gern(e)? .{0,40}(teilen|schicken|zeigen|mitbringen)/i,
  connectorReason:
    /\bweil\b|\bdenn\b|\bda sie\b|\bda du\b|ich frage (sie|dich)|kennen sie|kennst du|(ihre|deine) (meinung|erfahrung|sicht|einschätzung|empfehlung)|vertrauen|ihr seid|sie (beide )?sind|gemeinsam|zusammen/i,
  minutes:
    /\b(\d{1,3})[\s-]*min|(fünf|zehn|fünfzehn|zwanzig|dreißig|eine halbe stunde|halbe stunde|viertelstunde)/i,
  yesNo:
    /(^|[.!?,:;\n]\s*)((?!w(er|ie|as|ann|o|arum|elche))\S+[ ,]+){0,2}(hätten|hättest|wären|wärst|könnten|könntest|würden|würdest|passt|dürfte|darf|kann|können|ist|sind|haben|hast|möchten|kennen|kennst|gibt)\s[^.!?\n]*\?/i,
  genericSubject:
    /^(kurze |eine )?(frage|bitte|anfrage|vorstellung|intro|hallo|hilfe|empfehlung|kontakt|gefallen)[.!?]*$/i,
  ledger:
    /\b(du schuldest|sie schulden|schuldest du|schulden sie) (mir|uns)|(bist|sind|ist) (mir|uns) (etwas|was|einen gefallen) schuldig|noch einen gefallen (schuldig|gut)|ich habe bei (dir|ihnen) (etwas|was) gut|in (meiner|deiner|ihrer) schuld|revanchier|gefallen einlösen|nach allem, was ich|gegenleistung|jetzt bist du dran/i,
  attachment: /im anhang|angehängt|beigefügt|\banbei\b|anlage\b/i,
  context:
    /\b(januar|februar|april|mai|juni|juli|august|september|oktober|november|dezember)\b|märz|\b(19|20)\d\d\b|dank|seit (wir|unserem|der|ihrer|deiner)|als wir|nachdem wir|(haben|hatten) wir uns|wir (haben|sind|waren)|letzte[nrs]? (woche|monat|jahr|sommer|herbst|winter|frühjahr)|unser(e|em|er|en)? (arbeit|treffen|telefonat|austausch|gespräch|projekt|abschluss)|überraschend/i,
  incentive: /provision|vermittlungsprämie|prämie|gutschein|geldprämie|bezahle ich (sie|dich)/i,
  disclosed: /offen gesagt|offenleg|transparen|ganz offen|damit sie es wissen/i,
  introduce: /bekannt (zu )?mach|vorstell|kontakt (zu|mit|herstell)|kennenlernen|erreichen|vermitteln/i,
  several:
    /\b(zwei|drei|vier|mehrere|einige|diese|folgende[n]?) (leute|personen|menschen|kontakte|herren|damen)|vorstellungen\b|\bbeiden (leuten|personen)/i,
  common:
    /^(der|die|das|den|dem|des|ein|eine|einen|einer|eines|und|oder|aber|mit|von|bei|für|auf|aus|nach|vor|über|unter|wir|sie|ihr|ich|uns|ihnen|ihre|unsere|haben|hat|sind|ist|war|wird|werden|nicht|auch|noch|nur|wie|was|wer|dass|wenn|weil|alle|mehr|sehr|können|kann)$/,
};
