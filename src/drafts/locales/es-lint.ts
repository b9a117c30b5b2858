import type { LintWords } from "../language-pack.js";

/** What the lint looks for in Spanish. \b knows only A to Z, so words that begin or end with an accent go without it. */
export const SPANISH_LINT: LintWords = {
  easyOut:
    /no pasa nada|sin (ningún )?(problema|compromiso|presión)|no hay (ningún )?(problema|prisa|compromiso|que hacer nada)|si (no|prefieres|prefiere)\b|lo (entiendo|entenderé|comprendo)|(te|le|os) parecería|te parece bien|le parece bien|(estarías|estaría) (dispuest|abiert)|(podrías|podría|puedo|podemos)\b|lo bastante bien|suficientemente bien|hay alguien|un (breve|simple) no|solo si|con total libertad|tendrías?\b|basta con (un|ignorar)/i,
  assumedYes:
    /gracias (de antemano|por adelantado)|(espero|quedo a la espera de) (la|tu|su) presentación|sé que (me|lo) (presentarás|harás|presentará|hará)|doy por hecho|cuando (me|nos) presentes?\b|avísame cuando (lo|me|nos)|tienes que presentar|debe presentar/i,
  begging:
    /a quién más conoce|quién más conoces|a quién conoces que|conoces a alguien que (quiera|necesite|pueda querer)|cualquiera que|una? lista de (nombres|contactos|personas)|\b(unos|algunos|tres|cuatro|cinco|diez|\d+) (nombres|contactos|referidos)|alguna referencia|(mi|nuestro) producto|todos (tus|sus) contactos/i,
  issueFrame:
    /se (enfrent|encuentr)|lidi(a|e|ando)|enfrent(a|e|ando)|luchando con|con problemas de|trabaj(a|e|ando) en|pas(a|ando) por|tratando con/i,
  sameIssue:
    /(mismo|misma|mismos|mismas|parecid[oa]s?|similar(es)?) (tipo de )?(problema|tema|asunto|dificultad|cuestión)/i,
  pressure:
    /\bcompr(ar|e|a)\b|\bpitch|demo ya|actúe ya|actúa ya|garantiz|oferta limitada|última oportunidad|no te lo pierdas/i,
  discussed:
    /como (hablamos|comentamos|acordamos|te dije|mencionamos|quedamos)|en nuestra (última )?(conversación|llamada|reunión|charla)|según lo (hablado|acordado)/i,
  pronoun: /(^|[^\p{L}])(él|ella)(?![\p{L}])/iu,
  whoAmI: /\bsoy\b|me llamo|mi nombre es|(trabajo|dirijo|llevo|fundé|lidero) |le escribe|te escribe|somos\b/i,
  purpose:
    /porque|motivo|por qué|razón|ya que|puesto que|debido a|se trata de|acerca de|sobre\b|para (hablar|comparar|compartir|conocer|saber|mostrar|ver)|he (visto|leído|oído)|(vi|leí|oí) que|ayudamos|hemos ayudado/i,
  benefit:
    /(ofrecer|ofrezco|ofrecemos|enviar|mostrar|compartir|ahorrar|dar|enseñar|aportar|servir)(te|le|les|os)|obtendría|(te|le) (sirve|serviría|ahorra|ahorraría|puede servir|resultará útil|ayuda)|(para|a) (ti|usted|su equipo|tu equipo)|a cambio|beneficio|(útil|de utilidad|de interés)|podría usar|comparto|con gusto/i,
  connectorReason:
    /porque|ya que|te lo pregunto|se lo pregunto|conoces|conoce\b|tu (opinión|experiencia|criterio)|su (opinión|experiencia|criterio)|confío|confianza|juntos|coincid/i,
  minutes: /\b(\d{1,3})[\s-]*min|(cinco|diez|quince|veinte|treinta|media hora|un cuarto de hora)/i,
  yesNo: /¿\s*(?!qué|quién|cuándo|dónde|cómo|cuál|por qué|a quién)[^?]*\?/i,
  genericSubject:
    /^(una )?(pregunta|consulta|presentación|intro|introducción|hola|ayuda|favor|referencia|contacto)( rápida| breve)?[.!?]*$/i,
  ledger:
    /me debes|me debe\b|nos debes|te debo (una|un)|le debo (una|un)|en deuda|deud[ao]s? (conmigo|contigo)|favor que me debes|cobrarme|devolver(me)? el favor|después de todo lo que (hice|he hecho)|ahora te toca/i,
  attachment: /adjunt[oa]|archivo anexo|va anexo/i,
  context:
    /\b(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b|\b(19|20)\d\d\b|gracias|desde (que|nuestr)|cuando (nos|habl|trabaj|termin|coincid)|nos (vimos|conocimos|escribimos|encontramos)|hablamos|(semana|mes|año|verano|invierno) pasad|trabajamos juntos|nuestr[oa] (trabajo|proyecto|conversación|encuentro)|llega sin aviso/i,
  incentive: /comisión|bono por referid|tarjeta regalo|vale (regalo|de)|recompensa|te pagaré|le pagaré/i,
  disclosed: /con transparencia|para ser (claro|transparente|franco)|abiertamente|debes saber|debe saber/i,
  introduce: /present(ar|es|e|a|ación)|poner(me|nos) en contacto|conocer a|llegar a|contacto con/i,
  several:
    /presentaciones\b|\b(dos|tres|cuatro|varias|algunas|estas|siguientes) (personas|contactos)|a ambos|a las dos/i,
  common:
    /^(que|los|las|una|uno|unos|unas|del|por|para|con|sin|sobre|como|más|pero|este|esta|estos|estas|ese|esa|muy|hay|son|era|fue|ser|está|están|han|hemos|nos|les|sus|tus|nuestro|nuestra|también|cuando|donde|quien|todo|toda|todos)$/,
};
