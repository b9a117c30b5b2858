import type { LanguagePack } from "../language-pack.js";
import { GERMAN_LINT } from "./de-lint.js";
import { GERMAN_MORE_TEXTS } from "./de-more.js";
import { GERMAN_REMARKS } from "./de-remarks.js";
import { GERMAN_REPORT } from "./de-report.js";
import { GERMAN_WHY } from "./de-why.js";

/**
 * German: `Sie` and whole names throughout. With the tone `warm` the note to the connector says `du` and calls people
 * by their first names. The text for the target stays with `Sie`. No sentence needs to know anybody's gender.
 */
export const GERMAN: LanguagePack = {
  code: "de",
  months: [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
  ],
  monthYear: "{month} {year}",
  or: " oder ",
  wholeNames: ["plain", "brief", "formal"],
  forwardableTone: "plain",
  lowerAfterGreeting: true,
  lint: GERMAN_LINT,
  report: GERMAN_REPORT,
  why: GERMAN_WHY,
  remarks: GERMAN_REMARKS,
  texts: {
    who: "{target} von {company}",
    "who.role": "jemand in der Position {title} bei {company}",
    "who.company": "jemand bei {company}",
    "who.none": "jemand an passender Stelle",
    "who.known": "jemand aus dem Bekanntenkreis",
    "first.none": "diese Person",
    greet: "Guten Tag {name},",
    "greet.warm": "Hallo {name},",
    "greet.formal": "Guten Tag {name},",
    "greet.formal.warm": "Hallo {name},",
    "greet.target": "Guten Tag {name},",
    hello: "Guten Tag,",
    sign: ["Viele Grüße\n{me}", "Beste Grüße\n{me}"],
    "sign.formal": "Mit freundlichen Grüßen\n{me}",
    "sign.warm": "Herzliche Grüße\n{me}",
    "sign.brief": "{me}",
    subject: "{me} / {who}",
    "subject.short": "{me} / {target}",
    "subject.none": "Frage zu einem möglichen Kontakt",
    "talked.meeting": "Zuletzt haben wir uns im {when} getroffen.",
    "talked.meeting.close": "Es hat mich gefreut, dass wir uns im {when} getroffen haben.",
    "talked.meeting.long": "Seit unserem Treffen im {when} ist einige Zeit vergangen.",
    "talked.call": "Zuletzt haben wir im {when} telefoniert.",
    "talked.call.close": "Es hat mich gefreut, dass wir im {when} telefoniert haben.",
    "talked.call.long": "Seit unserem Telefonat im {when} ist einige Zeit vergangen.",
    "talked.message": "Zuletzt haben wir uns im {when} geschrieben.",
    "talked.message.close": "Über unseren Austausch im {when} habe ich mich gefreut.",
    "talked.message.long": "Seit unserem Austausch im {when} ist einige Zeit vergangen.",
    connected: "Wir sind seit {when} online vernetzt.",
    "connected.cold": [
      "Wir sind seit {when} online vernetzt, und meine Frage kommt sicher überraschend.",
      "Seit {when} sind wir online vernetzt; ich hoffe, eine Frage aus heiterem Himmel ist erlaubt.",
    ],
    cold: "Meine Frage kommt sicher überraschend.",
    ask: [
      "Könnten Sie sich vorstellen, mich mit {who} bekannt zu machen?",
      "Ich würde gern {who} kennenlernen. Könnten Sie sich vorstellen, uns miteinander bekannt zu machen?",
    ],
    "ask.formal": "Darf ich Sie fragen, ob Sie bereit wären, mich mit {who} bekannt zu machen?",
    "ask.warm": [
      "Könntest du dir vorstellen, mich mit {who} bekannt zu machen?",
      "Ich würde gern {who} kennenlernen. Könntest du dir vorstellen, uns miteinander bekannt zu machen?",
    ],
    "ask.inferred": [
      "Ich würde gern {who} kennenlernen. Kennen Sie {first} gut genug, um uns miteinander bekannt zu machen?",
      "Ich würde gern mit {who} sprechen. Kennen Sie {first} gut genug, um eine kurze Nachricht weiterzuleiten?",
    ],
    "ask.inferred.warm": [
      "Ich würde gern {who} kennenlernen. Kennst du {first} gut genug, um uns miteinander bekannt zu machen?",
      "Ich würde gern mit {who} sprechen. Kennst du {first} gut genug, um eine kurze Nachricht weiterzuleiten?",
    ],
    "ask.chain":
      "Ich würde gern mit {who} in Kontakt kommen. Könnten Sie sich vorstellen, {via} darauf anzusprechen, falls sich die beiden gut genug kennen?",
    "ask.chain.warm":
      "Ich würde gern mit {who} in Kontakt kommen. Könntest du dir vorstellen, {via} darauf anzusprechen, falls {viaFirst} und {first} sich gut genug kennen?",
    "ask.chain.inferred":
      "Ich würde gern mit {who} in Kontakt kommen, und vielleicht kennen sich {via} und {first} gut genug dafür. Kennen Sie {viaFirst} gut genug, um meine Nachricht weiterzuleiten?",
    "ask.chain.inferred.warm":
      "Ich würde gern mit {who} in Kontakt kommen, und vielleicht kennen sich {via} und {first} gut genug dafür. Kennst du {viaFirst} gut genug, um meine Nachricht weiterzuleiten?",
    "ask.short": "Könnten Sie mich mit {who} bekannt machen?",
    "ask.short.warm": "Könntest du mich mit {who} bekannt machen?",
    "ask.inferred.short":
      "Ich suche Kontakt zu {who}. Kennen Sie {first} gut genug, um uns bekannt zu machen?",
    "ask.inferred.short.warm":
      "Ich suche Kontakt zu {who}. Kennst du {first} gut genug, um uns bekannt zu machen?",
    "ask.chain.short": "Ich suche Kontakt zu {who}. Könnten Sie {via} darauf ansprechen?",
    "ask.chain.short.warm": "Ich suche Kontakt zu {who}. Könntest du {via} darauf ansprechen?",
    "ask.chain.inferred.short": "Ich suche Kontakt zu {who}. Kennen Sie {via} gut genug, um nachzufragen?",
    "ask.chain.inferred.short.warm":
      "Ich suche Kontakt zu {who}. Kennst du {via} gut genug, um nachzufragen?",
    rivals: "Ich weiß, dass Ihre Häuser im Wettbewerb stehen; sagen Sie bitte offen, wenn das nicht passt.",
    "rivals.warm": "Ich weiß, dass eure Häuser im Wettbewerb stehen; sag bitte offen, wenn das nicht passt.",
    "why.seen": "Ich frage Sie, weil Sie {first} meines Wissens kennen.",
    "why.seen.warm": "Ich frage dich, weil du {first} meines Wissens kennst.",
    "why.linked":
      "Ich frage Sie, weil Sie beide offenbar vernetzt sind; ob mehr dahintersteht, wissen Sie am besten.",
    "why.linked.warm":
      "Ich frage dich, weil ihr beide offenbar vernetzt seid; ob mehr dahintersteht, weißt du am besten.",
    "why.colleague":
      "Ich frage Sie, weil auch Sie bei {company} tätig sind; ob Sie sich kennen, weiß ich allerdings nicht.",
    "why.colleague.warm":
      "Ich frage dich, weil auch du bei {company} arbeitest; ob ihr euch kennt, weiß ich allerdings nicht.",
    "why.guess":
      "Ich frage Sie, weil Sie sich schon einmal begegnet sein könnten; das ist aber nur eine Vermutung.",
    "why.guess.warm":
      "Ich frage dich, weil ihr euch schon einmal begegnet sein könntet; das ist aber nur eine Vermutung.",
    "why.chain": "Ich frage Sie, weil Sie {viaFirst} meines Wissens kennen.",
    "why.chain.warm": "Ich frage dich, weil du {viaFirst} meines Wissens kennst.",
    "why.chain.linked": "Ich frage Sie, weil Sie und {viaFirst} offenbar miteinander vernetzt sind.",
    "why.chain.linked.warm": "Ich frage dich, weil du und {viaFirst} offenbar miteinander vernetzt seid.",
    reason: ["Der Grund: {reason}", "Darum geht es: {reason}"],
    "reason.short": "Grund: {reason}",
    named: "{by} hat mir geraten, mich an Sie zu wenden.",
    "named.warm": "{by} hat mir geraten, mich an dich zu wenden.",
    said: "{said}",
    detail: "{detail}",
    forward: [
      "Der Text unten lässt sich unverändert weiterleiten; so kann {first} einfach Ja oder Nein sagen.",
      "Unten steht ein kurzer Text zum Weiterleiten, damit es möglichst wenig Arbeit macht.",
    ],
    "forward.here": "Ein kurzer Text zum Weiterleiten folgt.",
    alternative:
      "Falls Sie uns lieber nicht bekannt machen möchten: Dürfte ich Ihren Namen erwähnen, wenn ich selbst schreibe?",
    "alternative.warm":
      "Falls du uns lieber nicht bekannt machen möchtest: Dürfte ich deinen Namen erwähnen, wenn ich selbst schreibe?",
    out: [
      "Wenn es für Sie nicht passt, ist das völlig in Ordnung.",
      "Wenn Sie das lieber nicht möchten, habe ich dafür volles Verständnis.",
    ],
    "out.warm": [
      "Wenn es für dich nicht passt, ist das völlig in Ordnung.",
      "Wenn du das lieber nicht möchtest, verstehe ich das gut.",
    ],
    "out.formal": "Sollten Sie lieber davon absehen, habe ich dafür volles Verständnis.",
    "out.brief": "Ein Nein ist völlig in Ordnung.",
    "out.inferred":
      "Falls Sie {first} nicht kennen oder lieber nicht fragen möchten, ist das völlig in Ordnung.",
    "out.inferred.warm":
      "Falls du {first} nicht kennst oder lieber nicht fragen möchtest, ist das völlig in Ordnung.",
    "out.short": "Ein Nein ist völlig in Ordnung.",
    "reveal.subject": "Kontakt zu {first}",
    "reveal.ask":
      "Ich würde gern {who} kennenlernen. Unsere Daten zeigen einen Weg dorthin, über eine Person, deren Name zurückgehalten wird.",
    "reveal.question":
      "Könnten Sie diese Person fragen, ob sie mir genannt werden möchte, damit ich um eine Vorstellung bitten kann?",
    "reveal.question.warm":
      "Könntest du diese Person fragen, ob sie mir genannt werden möchte, damit ich um eine Vorstellung bitten kann?",
    "reveal.then": "Bei einem Ja geben Sie diesen Kontakt bitte frei; ich schreibe dann selbst.",
    "reveal.then.warm": "Bei einem Ja gib diesen Kontakt bitte frei; ich schreibe dann selbst.",
    "reveal.out": "Wenn nicht, ist das völlig in Ordnung; der Name bleibt dann verborgen.",
    head: "Für {target}, {company}",
    "head.person": "Für {target}",
    "me.title": "Mein Name ist {me}, ich bin {title} bei {company}.",
    "me.company": "Mein Name ist {me}, ich arbeite bei {company}.",
    me: "Mein Name ist {me}.",
    why: "Warum ich mich bei {company} an Sie wende: {reason}",
    "why.warm": "Warum ich mich bei {company} an dich wende: {reason}",
    "why.person": "Warum ich mich an Sie wende: {reason}",
    "why.person.warm": "Warum ich mich an dich wende: {reason}",
    offer: ["Was Sie davon hätten: {offer}", "Was ich Ihnen anbieten kann: {offer}"],
    "offer.warm": ["Was du davon hättest: {offer}", "Was ich dir anbieten kann: {offer}"],
    gift: "Für Ihre Zeit möchte ich Ihnen {gift} schenken, was immer daraus wird.",
    "gift.warm": "Für deine Zeit möchte ich dir {gift} schenken, was immer daraus wird.",
    call: "Hätten Sie in den nächsten Wochen {minutes} Minuten Zeit für ein Telefonat?",
    "call.warm": "Hättest du in den nächsten Wochen {minutes} Minuten Zeit für ein Telefonat?",
    "call.short": "Hätten Sie {minutes} Minuten für ein Telefonat?",
    "call.short.warm": "Hättest du {minutes} Minuten für ein Telefonat?",
    "out.target": [
      "Wenn es gerade nicht passt oder kein Interesse besteht, ist das völlig in Ordnung.",
      "Wenn kein Interesse besteht, ist das völlig in Ordnung; ein kurzes Nein genügt.",
    ],
    "signature.company": "{me}\n{company}",
    signature: "{me}",
    remind:
      "Ich möchte kurz an meine Frage zu {who} erinnern, falls sie untergegangen ist. Könnten Sie sich vorstellen, uns miteinander bekannt zu machen?",
    "remind.warm":
      "Ich möchte kurz an meine Frage zu {who} erinnern, falls sie untergegangen ist. Könntest du dir vorstellen, uns miteinander bekannt zu machen?",
    "remind.formal": "Darf ich Sie dieses eine Mal an meine Frage zu {who} erinnern?",
    "remind.chain":
      "Ich möchte kurz an meine Frage zu {who} erinnern, falls sie untergegangen ist. Könnten Sie sich vorstellen, {via} darauf anzusprechen?",
    "remind.chain.warm":
      "Ich möchte kurz an meine Frage zu {who} erinnern, falls sie untergegangen ist. Könntest du dir vorstellen, {via} darauf anzusprechen?",
    "remind.direct": "Ich möchte kurz an meine Nachricht erinnern, falls sie untergegangen ist.",
    "remind.short": "Eine Erinnerung: Könnten Sie mich mit {who} bekannt machen?",
    "remind.short.warm": "Eine Erinnerung: Könntest du mich mit {who} bekannt machen?",
    "remind.chain.short": "Eine Erinnerung: Könnten Sie {via} auf {who} ansprechen?",
    "remind.chain.short.warm": "Eine Erinnerung: Könntest du {via} auf {who} ansprechen?",
    "remind.direct.short": "Eine kurze Erinnerung an meine Nachricht.",
    "remind.out": "Wenn es nicht passt, ist das völlig in Ordnung; ein weiteres Mal frage ich nicht nach.",
    "remind.out.short": "Ein Nein ist in Ordnung; ich frage nicht noch einmal nach.",
    "remind.subject": "Erinnerung: {who}",
    check:
      "Nochmals vielen Dank für Ihre Zusage auf meine Anfrage wegen {who}. Brauchen Sie dafür noch etwas von mir?",
    "check.warm":
      "Nochmals vielen Dank für deine Zusage auf meine Anfrage wegen {who}. Brauchst du dafür noch etwas von mir?",
    "check.short": "Danke für Ihre Zusage wegen {who}. Brauchen Sie noch etwas von mir?",
    "check.short.warm": "Danke für deine Zusage wegen {who}. Brauchst du noch etwas von mir?",
    "check.out": "Es eilt nicht, und wenn es inzwischen nicht mehr passt, ist das völlig in Ordnung.",
    "check.out.short": "Wenn es nicht mehr passt, ist das in Ordnung.",
    "own.use-my-name": "Ich stehe mit {name} in Kontakt und darf das hier erwähnen.",
    "own.use-my-name.short": "Ich stehe mit {name} in Kontakt.",
    "own.introduced": "{name} hat uns bekannt gemacht.",
    "own.agreed": "Vielen Dank, dass Sie zu einem Gespräch bereit sind.",
    "thanks.agreed": "Vielen Dank, dass Sie bereit sind, mich mit {who} bekannt zu machen.",
    "thanks.agreed.warm": "Vielen Dank, dass du bereit bist, mich mit {who} bekannt zu machen.",
    "thanks.introduced": "Vielen Dank, dass Sie mich mit {who} bekannt gemacht haben.",
    "thanks.introduced.warm": "Vielen Dank, dass du mich mit {who} bekannt gemacht hast.",
    "thanks.name": "Vielen Dank, dass ich Ihren Namen gegenüber {who} erwähnen darf.",
    "thanks.name.warm": "Vielen Dank, dass ich deinen Namen gegenüber {who} erwähnen darf.",
    "thanks.suggested": "Vielen Dank für den Hinweis, an wen ich mich wegen {who} wenden kann.",
    "thanks.declined":
      "Vielen Dank für Ihre Antwort auf meine Frage zu {who}. Ich verstehe das gut und komme nicht mehr darauf zurück.",
    "thanks.declined.warm":
      "Vielen Dank für deine Antwort auf meine Frage zu {who}. Ich verstehe das gut und komme nicht mehr darauf zurück.",
    "thanks.next": "Ich gehe sorgsam damit um und berichte Ihnen, wie es weitergeht.",
    "thanks.next.warm": "Ich gehe sorgsam damit um und berichte dir, wie es weitergeht.",
    "thanks.subject": "Vielen Dank, {name}",
    "update.head": "Ich möchte kurz berichten, wie es mit {who} weitergegangen ist.",
    "update.agreed": "Inzwischen hat {first} einem Gespräch zugestimmt.",
    "update.declined": "Am Ende hat sich {first} gegen ein Gespräch entschieden, und dabei belasse ich es.",
    "update.meeting": "Wir haben inzwischen miteinander gesprochen.",
    "update.opportunity": "Daraus könnte ein gemeinsames Projekt werden.",
    "update.won": "Wir werden zusammenarbeiten.",
    "update.lost": "Zu einer Zusammenarbeit ist es am Ende nicht gekommen.",
    "update.thanks": "Nochmals vielen Dank, dass Sie den Kontakt hergestellt haben.",
    "update.thanks.warm": "Nochmals vielen Dank, dass du den Kontakt hergestellt hast.",
    "update.close": "Damit wissen Sie, wie es ausgegangen ist. Nochmals vielen Dank für Ihre Hilfe.",
    "update.close.warm": "Damit weißt du, wie es ausgegangen ist. Nochmals vielen Dank für deine Hilfe.",
    "update.subject": "Neues zu {who}",
    "intro.greet": "Guten Tag {first}, guten Tag {meFirst},",
    "intro.greet.warm": "Hallo {first}, hallo {meFirst},",
    "intro.me.title": "{first}, darf ich vorstellen: {me}, {title} bei {company}.",
    "intro.me.company": "{first}, darf ich vorstellen: {me} von {company}.",
    "intro.me": "{first}, darf ich vorstellen: {me}.",
    "intro.reason": "Worüber {meFirst} gern sprechen würde: {reason}",
    "intro.offer": "Was {meFirst} mitbringt: {offer}",
    "intro.target": "{meFirst}, das ist {who}.",
    "intro.both": "Vielen Dank Ihnen beiden für die Zusage. Alles Weitere überlasse ich Ihnen.",
    "intro.both.warm": "Vielen Dank euch beiden für die Zusage. Alles Weitere überlasse ich euch.",
    "intro.over": "Alles Weitere überlasse ich Ihnen; nehmen Sie mich gern aus dem Verteiler.",
    "intro.over.warm": "Alles Weitere überlasse ich euch; nehmt mich gern aus dem Verteiler.",
    "give.subject": "Eine Idee für Sie, {name}",
    "give.subject.warm": "Eine Idee für dich, {name}",
    give: "Ich bin auf etwas gestoßen, das Ihnen nützen könnte: {idea}",
    "give.warm": "Ich bin auf etwas gestoßen, das dir nützen könnte: {idea}",
    "give.open":
      "Gibt es eine Person, die Sie gern kennenlernen würden, oder ein Thema, bei dem ein zweiter Blick helfen würde? Ich überlege gern, was ich tun kann.",
    "give.open.warm":
      "Gibt es eine Person, die du gern kennenlernen würdest, oder ein Thema, bei dem ein zweiter Blick helfen würde? Ich überlege gern, was ich tun kann.",
    "give.next": "Falls das hilfreich ist, geben Sie mir gern Bescheid; dann kümmere ich mich darum.",
    "give.next.warm": "Falls das hilfreich ist, gib mir gern Bescheid; dann kümmere ich mich darum.",
    "give.out": "Wenn nicht, hat sich diese Nachricht einfach erledigt.",
    ...GERMAN_MORE_TEXTS,
  },
};
