/** German sentences of alerts and of the book of favors, with the parts of an overview. */
export const GERMAN_ALERTS: Readonly<Record<string, string>> = {
  "part.concentration": "wie viel an einer Quelle hängt",
  "part.control": "was du selbst steuerst",
  "part.sources": "Quellen",
  "part.cadence": "wie stetig du arbeitest",
  "part.adoption": "wer dranbleibt",
  "part.funnel": "den Weg zum Abschluss",
  "part.load": "wen du wie oft fragst",
  "part.forecast": "was daraus werden kann",
  "part.losses": "verlorene Abschlüsse",
  "alert.CONCENTRATION":
    "{share} der Anfragen kommen aus einer Quelle ({source}). Versiegt sie, fehlen {lost} von {all}.",
  "alert.CONCENTRATION.few":
    "Die Anfragen kommen aus wenigen Quellen: Zusammen wiegen sie so viel wie {equal} gleich große. Versiegt die größte ({source}), fehlen {lost} von {all}.",
  "alert.LOW_CONTROL":
    "Nur {share} der Anfragen kommen aus dem, was du selbst tust. Die anderen können ausbleiben, wie sie kamen.",
  "alert.LOW_CONTROL.none":
    "Keine der Anfragen kommt aus dem, was du selbst tust. Sie können ausbleiben, wie sie kamen.",
  "alert.LONG_GAP": "Längste Pause ohne jede Akquise, in Wochen: {gap}.",
  "alert.COUNTER_CYCLICAL":
    "Wenn viel zu tun ist, suchst du kein neues Geschäft. So entsteht die nächste ruhige Zeit.",
  "alert.STATUS_QUO": "Abschlüsse, die ohne Entscheidung verloren gingen, weil alles beim Alten blieb: {n}.",
  "alert.CONNECTOR_SPENT":
    "Manche wurden in diesem Jahr so oft gefragt, wie es fair ist. Hilf erst, bevor du wieder fragst.",
  "alert.UNTHANKED": "Hilfe, für die kein Dank festgehalten ist: {n}.",
  "alert.begin": "Fang so an: {what}.",
  "alert.not-today": "Dafür steht heute nichts an.",
  "alert.no-contact": "Niemand, um den es dabei geht, steht in deinen Kontakten.",
  "book.with": "Du und {name}",
  "book.even": "Ihr habt einander etwa gleich viel geholfen.",
  "book.gave": "Du hast bisher mehr für {name} getan: etwa {n}.",
  "book.got": "{name} hat bisher mehr für dich getan: etwa {n}. Ein guter Moment, etwas zurückzugeben.",
  "book.one": "ein Gefallen",
  "book.half": "ein halber Gefallen",
  "book.some": "{n} Gefallen",
  "book.done": "Was getan wurde",
  "book.none": "Noch ist kein Gefallen festgehalten.",
  "book.line.gave": "du hast {name} geholfen",
  "book.what.introduction.made": "Vorstellung",
  "book.what.meeting.held": "daraus wurde ein Treffen",
  "book.what.deal.won": "daraus wurde ein Auftrag",
  "book.what.thanks.sent": "Dank",
  "book.what.update.sent": "Nachricht, wie es ausging",
  "book.line.got": "{name} hat dir geholfen",
  "book.line.back": "zurückgenommen",
};
