/** Spanish sentences of alerts and of the book of favors, with the parts of an overview. */
export const SPANISH_ALERTS: Readonly<Record<string, string>> = {
  "part.concentration": "cuánto depende de una sola fuente",
  "part.control": "lo que controlas",
  "part.sources": "fuentes",
  "part.cadence": "con qué constancia trabajas",
  "part.adoption": "quién es constante",
  "part.funnel": "el camino al cierre",
  "part.load": "a quién preguntas y cuánto",
  "part.forecast": "qué puede salir",
  "part.losses": "ventas perdidas",
  "alert.CONCENTRATION":
    "El {share} de las oportunidades viene de una sola fuente ({source}). Si se secara, faltarían {lost} de {all}.",
  "alert.CONCENTRATION.few":
    "Las oportunidades vienen de pocas fuentes: juntas pesan como {equal} iguales. Si la mayor ({source}) se secara, faltarían {lost} de {all}.",
  "alert.LOW_CONTROL":
    "Solo el {share} de las oportunidades viene de lo que haces tú. Las demás pueden parar como llegaron.",
  "alert.LOW_CONTROL.none":
    "Ninguna de las oportunidades viene de lo que haces tú. Pueden parar como llegaron.",
  "alert.LONG_GAP": "Pausa más larga sin buscar clientes, en semanas: {gap}.",
  "alert.COUNTER_CYCLICAL":
    "Cuando tienes mucho trabajo dejas de buscar clientes. Así nace la próxima época floja.",
  "alert.STATUS_QUO": "Ventas perdidas sin ninguna decisión, porque todo siguió igual: {n}.",
  "alert.CONNECTOR_SPENT":
    "A algunas personas ya se les ha preguntado lo justo este año. Ayuda antes de volver a preguntar.",
  "alert.UNTHANKED": "Ayudas por las que no consta ningún agradecimiento: {n}.",
  "alert.begin": "Empieza por aquí: {what}.",
  "alert.not-today": "Hoy no hay nada pendiente para eso.",
  "alert.no-contact": "Nadie de quien se trata está entre tus contactos.",
  "book.with": "{name} y tú",
  "book.even": "Os habéis ayudado más o menos por igual.",
  "book.gave": "Hasta ahora has hecho más por {name}: aproximadamente {n}.",
  "book.got":
    "{name} ha hecho más por ti hasta ahora: aproximadamente {n}. Un buen momento para devolver algo.",
  "book.one": "un favor",
  "book.half": "medio favor",
  "book.some": "{n} favores",
  "book.done": "Qué se hizo",
  "book.none": "Todavía no consta ningún favor.",
  "book.line.gave": "ayudaste a {name}",
  "book.what.introduction.made": "presentación",
  "book.what.meeting.held": "de ahí salió una reunión",
  "book.what.deal.won": "de ahí salió una venta",
  "book.what.thanks.sent": "gracias",
  "book.what.update.sent": "noticias del resultado",
  "book.line.got": "{name} te ayudó",
  "book.line.back": "anulado",
};
