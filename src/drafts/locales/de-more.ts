import type { LanguagePack } from "../language-pack.js";

/** German sentences of the kinds beyond the request and what follows it. */
export const GERMAN_MORE_TEXTS: LanguagePack["texts"] = {
  "issue.subject": "Eine Frage zum Thema {issue}",
  "issue.since":
    "Seit wir das Thema {issue} im {when} in den Griff bekommen haben, beschäftigt mich eine Frage.",
  "issue.since.open": "Seit unserer Arbeit im {when} beschäftigt mich eine Frage.",
  "issue.work": "Unsere Arbeit am Thema {issue} hat mich auf eine Frage gebracht.",
  "issue.ask":
    "Gibt es in Ihrem Haus oder in Ihrem Bekanntenkreis eine Person, die es ebenfalls mit dem Thema {issue} zu tun hat?",
  "issue.ask.warm":
    "Gibt es bei euch im Haus oder in deinem Bekanntenkreis eine Person, die es ebenfalls mit dem Thema {issue} zu tun hat?",
  "issue.insider":
    "Da Sie die Branche {industry} von innen kennen, würde mir Ihre Einschätzung am meisten helfen.",
  "issue.insider.warm":
    "Da du die Branche {industry} von innen kennst, würde mir deine Einschätzung am meisten helfen.",
  "issue.circle.business":
    "Es könnte in Ihrer Kundschaft sein, bei Ihren Lieferfirmen oder sogar bei der Konkurrenz.",
  "issue.circle.business.warm":
    "Es könnte in eurer Kundschaft sein, bei euren Lieferfirmen oder sogar bei der Konkurrenz.",
  "issue.circle.private":
    "Es könnte in Ihrer Familie sein, im Freundeskreis, in der Nachbarschaft oder bei der Arbeit.",
  "issue.circle.private.warm":
    "Es könnte in deiner Familie sein, im Freundeskreis, in der Nachbarschaft oder bei der Arbeit.",
  "issue.candidates": "Wäre das zum Beispiel ein Thema für {list}? Das können Sie besser beurteilen als ich.",
  "issue.candidates.warm":
    "Wäre das zum Beispiel ein Thema für {list}? Das kannst du besser beurteilen als ich.",
  "issue.promise": "Ich würde dieselbe Hilfe anbieten wie Ihnen, mehr nicht.",
  "issue.promise.warm": "Ich würde dieselbe Hilfe anbieten wie dir, mehr nicht.",
  "issue.out": "Wenn Ihnen niemand einfällt, ist das völlig in Ordnung.",
  "issue.out.warm": "Wenn dir niemand einfällt, ist das völlig in Ordnung.",
  "issue.out.short": "Wenn nicht, ist das völlig in Ordnung.",
  "brief.titles": "Am besten helfen kann ich Menschen in dieser Aufgabe: {list}.",
  "brief.industries": "Die Branche: {list}.",
  "brief.size": "Im Unternehmen arbeiten zwischen {from} und {to} Menschen.",
  "brief.issue": "Das Thema, bei dem ich helfen kann: {issue}.",
  "brief.close":
    "Wenn Ihnen einmal so eine Person begegnet, freue ich mich über eine Nachricht; wenn nicht, ist das völlig in Ordnung.",
  "brief.close.warm":
    "Wenn dir einmal so eine Person begegnet, freue ich mich über eine Nachricht; wenn nicht, ist das völlig in Ordnung.",
  "question.subject": "Eine Frage an Sie, {name}",
  "question.subject.warm": "Eine Frage an dich, {name}",
  "issue.ask.open":
    "Gibt es in Ihrem Haus oder in Ihrem Bekanntenkreis eine Person, die vor derselben Aufgabe steht, an der wir gearbeitet haben?",
  "issue.ask.open.warm":
    "Gibt es bei euch im Haus oder in deinem Bekanntenkreis eine Person, die vor derselben Aufgabe steht, an der wir gearbeitet haben?",
  "thanks.referral": "Vielen Dank, dass Sie {who} von mir erzählt haben.",
  "thanks.referral.warm": "Vielen Dank, dass du {who} von mir erzählt hast.",
  "thanks.answered": "Vielen Dank für die Hilfe bei meiner Frage.",
  "thanks.referral.open": "Vielen Dank, dass Sie mich weiterempfohlen haben.",
  "thanks.referral.open.warm": "Vielen Dank, dass du mich weiterempfohlen hast.",
  "congrats.subject": "Herzlichen Glückwunsch zum Neuanfang, {name}",
  "congrats.new": "Wie ich sehe, sind Sie jetzt bei {company}. Meinen herzlichen Glückwunsch.",
  "congrats.new.warm": "Wie ich sehe, bist du jetzt bei {company}. Meinen herzlichen Glückwunsch.",
  "congrats.role": "Wie ich sehe, haben Sie eine neue Aufgabe. Meinen herzlichen Glückwunsch.",
  "congrats.role.warm": "Wie ich sehe, hast du eine neue Aufgabe. Meinen herzlichen Glückwunsch.",
  "congrats.ask": "Wie läuft der Anfang?",
  "welcome.contact.subject": "Schön, in Kontakt zu sein, {name}",
  "welcome.contact": "Schön, dass wir in Kontakt sind.",
  "welcome.contact.ask":
    "Woran arbeiten Sie gerade, und wen würden Sie gern kennenlernen? Vielleicht kenne ich die richtige Person.",
  "welcome.contact.ask.warm":
    "Woran arbeitest du gerade, und wen würdest du gern kennenlernen? Vielleicht kenne ich die richtige Person.",
  "welcome.client.subject": "Auf gute Zusammenarbeit, {name}",
  "welcome.client": "Vielen Dank für Ihr Vertrauen. Ich freue mich auf die Zusammenarbeit.",
  "welcome.client.warm": "Vielen Dank für dein Vertrauen. Ich freue mich auf die Zusammenarbeit.",
  "welcome.client.ask": "Brauchen Sie noch etwas von mir für einen guten Anfang?",
  "welcome.client.ask.warm": "Brauchst du noch etwas von mir für einen guten Anfang?",
  "event.ask.open": "Welche Veranstaltung oder Gruppe in Ihrem Bereich lohnt sich aus Ihrer Sicht?",
  "event.ask.open.warm": "Welche Veranstaltung oder Gruppe in deinem Bereich lohnt sich aus deiner Sicht?",
  "event.subject": "Veranstaltungen zum Thema {topic}",
  "event.ask":
    "Ich möchte mehr Menschen kennenlernen, die sich mit dem Thema {topic} befassen. Gibt es eine Veranstaltung oder eine Fachgruppe, die sich nach Ihrer Erfahrung lohnt?",
  "event.ask.warm":
    "Ich möchte mehr Menschen kennenlernen, die sich mit dem Thema {topic} befassen. Gibt es eine Veranstaltung oder eine Fachgruppe, die sich nach deiner Erfahrung lohnt?",
  "event.ask.short": "Welche Veranstaltung zum Thema {topic} lohnt sich aus Ihrer Sicht?",
  "event.ask.short.warm": "Welche Veranstaltung zum Thema {topic} lohnt sich aus deiner Sicht?",
  "event.out": "Eine Zeile genügt; wenn Ihnen nichts einfällt, ist das völlig in Ordnung.",
  "event.out.warm": "Eine Zeile genügt; wenn dir nichts einfällt, ist das völlig in Ordnung.",
  "name.ask": "Ich möchte an {who} schreiben. Dürfte ich dabei Ihren Namen erwähnen?",
  "name.ask.warm": "Ich möchte an {who} schreiben. Dürfte ich dabei deinen Namen erwähnen?",
  "name.easy": "Mehr als ein Ja oder Nein ist dafür nicht nötig.",
  "asker.none": "jemand aus meinem Umfeld",
  "optin.subject": "Ein Kontaktwunsch von {asker}",
  "optin.ask": "{asker} von {company} hat mich gefragt, ob ich Sie miteinander bekannt machen kann.",
  "optin.ask.warm": "{asker} von {company} hat mich gefragt, ob ich euch miteinander bekannt machen kann.",
  "optin.ask.person": "{asker} hat mich gefragt, ob ich Sie miteinander bekannt machen kann.",
  "optin.ask.person.warm": "{asker} hat mich gefragt, ob ich euch miteinander bekannt machen kann.",
  "optin.reason": "Worum es geht, in den Worten von {askerFirst}: {reason}",
  "optin.offer": "Was Sie davon hätten: {offer}",
  "optin.offer.warm": "Was du davon hättest: {offer}",
  "optin.question": "Wären Sie dafür offen?",
  "optin.question.warm": "Wärst du dafür offen?",
  "optin.out": "Wenn nicht, genügt ein kurzes Nein; ich gebe es freundlich weiter.",
  "relay.ask":
    "Für {me} suche ich den Kontakt zu {who}. Kennen Sie {first} gut genug, um den Text unten weiterzuleiten?",
  "relay.ask.warm":
    "Für {me} suche ich den Kontakt zu {who}. Kennst du {first} gut genug, um den Text unten weiterzuleiten?",
  "relay.ask.short": "Für {me} suche ich Kontakt zu {who}. Kennen Sie {first} gut genug dafür?",
  "relay.ask.short.warm": "Für {me} suche ich Kontakt zu {who}. Kennst du {first} gut genug dafür?",
  "relay.from": "Zur Einordnung: {me} ist bei {company} tätig.",
  "relay.reason": "Darum geht es: {reason}",
  "relay.reason.short": "Grund: {reason}",
  "relay.why": "Ich frage Sie, weil Sie {first} vielleicht besser kennen als ich.",
  "relay.why.warm": "Ich frage dich, weil du {first} vielleicht besser kennst als ich.",
  "relay.out":
    "Wenn Sie dafür nicht die richtige Adresse sind oder das lieber nicht möchten, ist das völlig in Ordnung.",
  "relay.out.warm":
    "Wenn du dafür nicht die richtige Adresse bist oder das lieber nicht möchtest, ist das völlig in Ordnung.",
  "rewarm.subject": "Ein kurzer Gruß, {name}",
  "rewarm.open": "Heute kam mir der Gedanke, mich einmal bei Ihnen zu melden.",
  "rewarm.open.warm": "Heute kam mir der Gedanke, mich einmal bei dir zu melden.",
  "rewarm.ask": "Wie geht es Ihnen, und woran arbeiten Sie gerade?",
  "rewarm.ask.warm": "Wie geht es dir, und woran arbeitest du gerade?",
  "rewarm.give": "Wenn ich Ihnen bei etwas behilflich sein kann, geben Sie mir gern Bescheid.",
  "rewarm.give.warm": "Wenn ich dir bei etwas helfen kann, gib mir gern Bescheid.",
  "rewarm.out": "Eine Antwort eilt nicht; ich wollte einfach einen Gruß schicken.",
  "mend.subject": "Was ich besser machen kann, {name}",
  "mend.open": "Ich weiß, dass nicht alles so lief, wie es sollte, und das tut mir leid.",
  "mend.ask": "Was kann ich tun, damit es für Sie wieder stimmt?",
  "mend.ask.warm": "Was kann ich tun, damit es für dich wieder stimmt?",
  "mend.out": "Wenn Ihnen ein Gespräch lieber ist, rufe ich gern an.",
  "mend.out.warm": "Wenn dir ein Gespräch lieber ist, rufe ich gern an.",
  "decline.subject": "Ihre Frage zu {who}",
  "decline.subject.warm": "Deine Frage zu {who}",
  "decline.subject.open": "Zu Ihrer Frage, {name}",
  "decline.subject.open.warm": "Zu deiner Frage, {name}",
  "decline.thanks": "Vielen Dank, dass Sie sich wegen {who} an mich gewandt haben.",
  "decline.thanks.warm": "Vielen Dank, dass du dich wegen {who} an mich gewandt hast.",
  "decline.thanks.open": "Vielen Dank für Ihre Frage.",
  "decline.thanks.open.warm": "Vielen Dank für deine Frage.",
  "decline.no":
    "Für diesen Kontakt bin ich leider nicht die richtige Adresse, deshalb möchte ich lieber nicht vermitteln.",
  "decline.wish": "Ich wünsche Ihnen viel Erfolg damit und freue mich, dass Sie gefragt haben.",
  "decline.wish.warm": "Ich wünsche dir viel Erfolg damit und freue mich, dass du gefragt hast.",
  "broker.subject": "{name} und {who}",
  "broker.ask": "Ich würde Sie gern mit {who} bekannt machen.",
  "broker.ask.warm": "Ich würde dich gern mit {who} bekannt machen.",
  "broker.why": "Warum ich dabei an Sie gedacht habe: {reason}",
  "broker.why.warm": "Warum ich dabei an dich gedacht habe: {reason}",
  "broker.needs": "Sie suchen {what}, und genau das wird dort angeboten.",
  "broker.needs.warm": "Du suchst {what}, und genau das wird dort angeboten.",
  "broker.offers": "Dort wird {what} gesucht, und genau das bieten Sie an.",
  "broker.offers.warm": "Dort wird {what} gesucht, und genau das bietest du an.",
  "broker.question": "Wären Sie dafür offen?",
  "broker.question.warm": "Wärst du dafür offen?",
  "broker.out":
    "Wenn Sie das lieber nicht möchten, ist das völlig in Ordnung; ich habe noch nichts zugesagt.",
  "broker.out.warm":
    "Wenn du das lieber nicht möchtest, ist das völlig in Ordnung; ich habe noch nichts zugesagt.",
};
