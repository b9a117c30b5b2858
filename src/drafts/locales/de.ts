import type { LanguagePack } from "../language-pack.js";
import { GERMAN_LINT } from "./de-lint.js";
import { GERMAN_MORE_TEXTS } from "./de-more.js";

/**
 * German: `Sie` and whole names throughout; with the tone `warm` the note to the connector says `du` and calls people by
 * their first names, while the text for the target stays with `Sie`. No sentence needs to know anybody's gender.
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
  texts: {
    who: "{target} bei {company}",
    "who.company": "jemanden bei {company}",
    "who.none": "eine bestimmte Person",
    "first.none": "diese Person",
    greet: "Guten Tag {name},",
    "greet.warm": "Hallo {name},",
    "greet.formal": "Guten Tag {name},",
    "greet.target": "Guten Tag {name},",
    hello: "Guten Tag,",
    sign: ["Viele Grüße\n{me}", "Beste Grüße\n{me}"],
    "sign.formal": "Mit freundlichen Grüßen\n{me}",
    "sign.warm": "Herzliche Grüße\n{me}",
    "sign.brief": "{me}",
    subject: "{me} / {who}",
    "subject.short": "{me} / {target}",
    "subject.none": "Die Bitte um einen Kontakt",
    "talked.meeting": "Zuletzt haben wir uns im {when} getroffen.",
    "talked.meeting.close": "Unser Treffen im {when} hat mich gefreut.",
    "talked.meeting.long": "Unser letztes Treffen im {when} ist schon eine Weile her.",
    "talked.call": "Zuletzt haben wir im {when} telefoniert.",
    "talked.call.close": "Unser Telefonat im {when} hat mich gefreut.",
    "talked.call.long": "Unser letztes Telefonat im {when} ist schon eine Weile her.",
    "talked.message": "Zuletzt haben wir uns im {when} geschrieben.",
    "talked.message.close": "Unser Austausch im {when} hat mich gefreut.",
    "talked.message.long": "Unser letzter Austausch im {when} ist schon eine Weile her.",
    connected: "Wir sind seit {when} online vernetzt.",
    "connected.cold": [
      "Wir sind seit {when} online vernetzt, und meine Frage kommt sicher überraschend.",
      "Seit {when} sind wir online vernetzt; ich hoffe, eine unerwartete Frage ist in Ordnung.",
    ],
    cold: "Meine Frage kommt sicher überraschend.",
    ask: [
      "Könnten Sie sich vorstellen, mich mit {who} bekannt zu machen?",
      "Ich würde gern {who} kennenlernen. Könnten Sie sich vorstellen, uns bekannt zu machen?",
    ],
    "ask.formal": "Darf ich Sie fragen, ob Sie mich mit {who} bekannt machen würden?",
    "ask.warm": [
      "Könntest du dir vorstellen, mich mit {who} bekannt zu machen?",
      "Ich würde gern {who} kennenlernen. Könntest du dir vorstellen, uns bekannt zu machen?",
    ],
    "ask.inferred": [
      "Ich würde gern {who} kennenlernen. Kennen Sie {first} gut genug, um uns bekannt zu machen?",
      "Ich würde gern mit {who} sprechen. Kennen Sie {first} gut genug, um eine kurze Nachricht weiterzugeben?",
    ],
    "ask.inferred.warm":
      "Ich würde gern {who} kennenlernen. Kennst du {first} gut genug, um uns bekannt zu machen?",
    "ask.chain":
      "Ich würde gern {who} erreichen. Könnten Sie sich vorstellen, {via} darauf anzusprechen, falls {viaFirst} und {first} sich gut genug kennen?",
    "ask.chain.warm":
      "Ich würde gern {who} erreichen. Könntest du dir vorstellen, {via} darauf anzusprechen, falls {viaFirst} und {first} sich gut genug kennen?",
    "ask.chain.inferred":
      "Ich würde gern {who} erreichen, und vielleicht kennen sich {via} und {first} gut genug. Kennen Sie {viaFirst} gut genug, um meine Nachricht weiterzugeben?",
    "ask.chain.inferred.warm":
      "Ich würde gern {who} erreichen, und vielleicht kennen sich {via} und {first} gut genug. Kennst du {viaFirst} gut genug, um meine Nachricht weiterzugeben?",
    "ask.short": "Könnten Sie mich mit {who} bekannt machen?",
    "ask.short.warm": "Könntest du mich mit {who} bekannt machen?",
    "ask.inferred.short":
      "Ich suche Kontakt zu {who}. Kennen Sie {first} gut genug, um uns bekannt zu machen?",
    "ask.inferred.short.warm":
      "Ich suche Kontakt zu {who}. Kennst du {first} gut genug, um uns bekannt zu machen?",
    "ask.chain.short": "Ich suche Kontakt zu {who}. Könnten Sie {via} darauf ansprechen?",
    "ask.chain.short.warm": "Ich suche Kontakt zu {who}. Könntest du {via} darauf ansprechen?",
    "ask.chain.inferred.short": "Ich suche Kontakt zu {who}. Kennen Sie {via} gut genug, um zu fragen?",
    "ask.chain.inferred.short.warm": "Ich suche Kontakt zu {who}. Kennst du {via} gut genug, um zu fragen?",
    "why.seen": "Ich frage Sie, weil Sie und {first} sich meines Wissens kennen.",
    "why.seen.warm": "Ich frage dich, weil du und {first} euch meines Wissens kennt.",
    "why.linked":
      "Ich frage Sie, weil Sie beide offenbar vernetzt sind; ob das mehr ist als ein Kontakt im Netz, wissen nur Sie.",
    "why.linked.warm":
      "Ich frage dich, weil ihr beide offenbar vernetzt seid; ob das mehr ist als ein Kontakt im Netz, weißt nur du.",
    "why.colleague":
      "Ich frage Sie, weil Sie ebenfalls bei {company} sind; ob Sie sich kennen, weiß ich nicht.",
    "why.colleague.warm":
      "Ich frage dich, weil du ebenfalls bei {company} bist; ob ihr euch kennt, weiß ich nicht.",
    "why.guess": "Ich frage Sie, weil sich Ihre Wege gekreuzt haben könnten; das ist nur eine Vermutung.",
    "why.guess.warm":
      "Ich frage dich, weil sich eure Wege gekreuzt haben könnten; das ist nur eine Vermutung.",
    "why.chain": "Ich frage Sie, weil Sie {viaFirst} meines Wissens kennen.",
    "why.chain.warm": "Ich frage dich, weil du {viaFirst} meines Wissens kennst.",
    "why.chain.linked": "Ich frage Sie, weil Sie und {viaFirst} offenbar vernetzt sind.",
    "why.chain.linked.warm": "Ich frage dich, weil du und {viaFirst} offenbar vernetzt seid.",
    reason: ["Der Grund: {reason}", "Darum geht es: {reason}"],
    "reason.short": "Grund: {reason}",
    said: "{said}",
    detail: "{detail}",
    forward: [
      "Der Text unten lässt sich unverändert weiterleiten; so kann {first} einfach Ja oder Nein sagen.",
      "Unten steht ein kurzer Text zum Weiterleiten, damit es keine Arbeit macht.",
    ],
    "forward.here": "Ein kurzer Text zum Weiterleiten folgt.",
    alternative:
      "Wenn Sie uns lieber nicht bekannt machen möchten: Darf ich Ihren Namen erwähnen, wenn ich schreibe?",
    "alternative.warm":
      "Wenn du uns lieber nicht bekannt machen möchtest: Darf ich deinen Namen erwähnen, wenn ich schreibe?",
    out: [
      "Wenn es für Sie nicht passt, ist das völlig in Ordnung.",
      "Wenn Sie das lieber nicht möchten, habe ich dafür volles Verständnis.",
    ],
    "out.warm": [
      "Wenn es für dich nicht passt, ist das völlig in Ordnung.",
      "Wenn du das lieber nicht möchtest, verstehe ich das gut.",
    ],
    "out.formal": "Sollten Sie davon absehen wollen, habe ich dafür volles Verständnis.",
    "out.brief": "Ein Nein ist völlig in Ordnung.",
    "out.inferred":
      "Falls Sie {first} nicht kennen oder lieber nicht fragen möchten, ist das völlig in Ordnung.",
    "out.inferred.warm":
      "Falls du {first} nicht kennst oder lieber nicht fragen möchtest, ist das völlig in Ordnung.",
    "out.short": "Ein Nein ist völlig in Ordnung.",
    head: "Für {target}, {company}",
    "head.person": "Für {target}",
    "me.title": "Mein Name ist {me}, ich bin {title} bei {company}.",
    "me.company": "Mein Name ist {me}, ich arbeite bei {company}.",
    me: "Mein Name ist {me}.",
    why: "Warum ich Ihnen bei {company} schreibe: {reason}",
    "why.warm": "Warum ich dir bei {company} schreibe: {reason}",
    "why.person": "Warum ich Ihnen schreibe: {reason}",
    "why.person.warm": "Warum ich dir schreibe: {reason}",
    offer: ["Was Sie davon hätten: {offer}", "Was ich Ihnen anbieten kann: {offer}"],
    "offer.warm": "Was du davon hättest: {offer}",
    call: "Hätten Sie in den nächsten Wochen {minutes} Minuten Zeit für ein Telefonat?",
    "call.warm": "Hättest du in den nächsten Wochen {minutes} Minuten Zeit für ein Telefonat?",
    "call.short": "Hätten Sie {minutes} Minuten für ein Telefonat?",
    "call.short.warm": "Hättest du {minutes} Minuten für ein Telefonat?",
    "out.target": [
      "Wenn es gerade nicht passt oder kein Thema ist, ist das völlig in Ordnung.",
      "Ein kurzes Nein genügt, wenn es kein Thema ist.",
    ],
    "signature.company": "{me}\n{company}",
    signature: "{me}",
    remind:
      "Eine kurze Erinnerung an meine Frage zu {who}, falls sie untergegangen ist. Könnten Sie sich vorstellen, uns bekannt zu machen?",
    "remind.warm":
      "Eine kurze Erinnerung an meine Frage zu {who}, falls sie untergegangen ist. Könntest du dir vorstellen, uns bekannt zu machen?",
    "remind.formal": "Darf ich Sie dieses eine Mal an meine Frage zu {who} erinnern?",
    "remind.chain":
      "Eine kurze Erinnerung an meine Frage zu {who}, falls sie untergegangen ist. Könnten Sie {via} darauf ansprechen?",
    "remind.chain.warm":
      "Eine kurze Erinnerung an meine Frage zu {who}, falls sie untergegangen ist. Könntest du {via} darauf ansprechen?",
    "remind.direct": "Eine kurze Erinnerung an meine Nachricht, falls sie untergegangen ist.",
    "remind.short": "Eine Erinnerung: Könnten Sie mich mit {who} bekannt machen?",
    "remind.short.warm": "Eine Erinnerung: Könntest du mich mit {who} bekannt machen?",
    "remind.chain.short": "Eine Erinnerung: Könnten Sie {via} auf {who} ansprechen?",
    "remind.chain.short.warm": "Eine Erinnerung: Könntest du {via} auf {who} ansprechen?",
    "remind.direct.short": "Eine kurze Erinnerung an meine Nachricht.",
    "remind.out": "Wenn nicht, ist das völlig in Ordnung; ich frage dann nicht noch einmal.",
    "remind.out.short": "Ein Nein ist in Ordnung; ich frage nicht noch einmal.",
    "remind.subject": "Erinnerung: {who}",
    "thanks.agreed": "Vielen Dank, dass Sie mich mit {who} bekannt machen wollen.",
    "thanks.agreed.warm": "Vielen Dank, dass du mich mit {who} bekannt machen willst.",
    "thanks.introduced": "Vielen Dank, dass Sie mich mit {who} bekannt gemacht haben.",
    "thanks.introduced.warm": "Vielen Dank, dass du mich mit {who} bekannt gemacht hast.",
    "thanks.name": "Vielen Dank, dass ich Ihren Namen bei {who} erwähnen darf.",
    "thanks.name.warm": "Vielen Dank, dass ich deinen Namen bei {who} erwähnen darf.",
    "thanks.suggested": "Vielen Dank für den Hinweis auf jemand anderen in der Sache {who}.",
    "thanks.declined":
      "Vielen Dank für Ihre Antwort zu {who}. Das verstehe ich gut, und ich komme nicht darauf zurück.",
    "thanks.declined.warm":
      "Vielen Dank für deine Antwort zu {who}. Das verstehe ich gut, und ich komme nicht darauf zurück.",
    "thanks.next": "Ich gehe sorgsam damit um und berichte Ihnen, wie es weitergeht.",
    "thanks.next.warm": "Ich gehe sorgsam damit um und berichte dir, wie es weitergeht.",
    "thanks.subject": "Herzlichen Dank, {name}",
    "update.head": "Hier eine kurze Nachricht dazu, wie es mit {who} weiterging.",
    "update.agreed": "{first} ist zu einem Gespräch bereit.",
    "update.declined": "{first} möchte kein Gespräch, und dabei belasse ich es.",
    "update.meeting": "Wir haben inzwischen miteinander gesprochen.",
    "update.opportunity": "Daraus könnte ein gemeinsames Projekt werden.",
    "update.won": "Wir werden zusammenarbeiten.",
    "update.lost": "Zu einer Zusammenarbeit ist es am Ende nicht gekommen.",
    "update.thanks": "Nochmals vielen Dank, dass Sie die Tür geöffnet haben.",
    "update.thanks.warm": "Nochmals vielen Dank, dass du die Tür geöffnet hast.",
    "update.close":
      "Damit ist die Sache von meiner Seite abgeschlossen. Nochmals vielen Dank für Ihre Hilfe.",
    "update.close.warm":
      "Damit ist die Sache von meiner Seite abgeschlossen. Nochmals vielen Dank für deine Hilfe.",
    "update.subject": "Neues zu {who}",
    "intro.greet": "Guten Tag {first}, guten Tag {meFirst},",
    "intro.greet.warm": "Hallo {first}, hallo {meFirst},",
    "intro.me.title": "{first}, das ist {me}, {title} bei {company}.",
    "intro.me.company": "{first}, das ist {me} von {company}.",
    "intro.me": "{first}, das ist {me}.",
    "intro.reason": "Worüber {meFirst} gern sprechen würde: {reason}",
    "intro.offer": "Was {meFirst} mitbringt: {offer}",
    "intro.target": "{meFirst}, das ist {who}.",
    "intro.both": "Vielen Dank Ihnen beiden für die Zusage. Alles Weitere überlasse ich Ihnen.",
    "intro.both.warm": "Vielen Dank euch beiden für die Zusage. Alles Weitere überlasse ich euch.",
    "intro.over": "Alles Weitere überlasse ich Ihnen; nehmen Sie mich gern aus dem Verteiler.",
    "intro.over.warm": "Alles Weitere überlasse ich euch; nehmt mich gern aus dem Verteiler.",
    "give.subject": "Eine Idee für {name}",
    give: "Mir ist etwas begegnet, das Ihnen nützen könnte: {idea}",
    "give.warm": "Mir ist etwas begegnet, das dir nützen könnte: {idea}",
    "give.open":
      "Gibt es jemanden, den Sie gern kennenlernen würden, oder ein Thema, bei dem ein zweiter Blick hilft? Ich sehe gern, was ich tun kann.",
    "give.open.warm":
      "Gibt es jemanden, den du gern kennenlernen würdest, oder ein Thema, bei dem ein zweiter Blick hilft? Ich sehe gern, was ich tun kann.",
    "give.next": "Wenn es hilft, geben Sie mir Bescheid, dann kümmere ich mich darum.",
    "give.next.warm": "Wenn es hilft, gib mir Bescheid, dann kümmere ich mich darum.",
    "give.out": "Wenn nicht, ist diese Nachricht einfach erledigt.",
    ...GERMAN_MORE_TEXTS,
  },
};
