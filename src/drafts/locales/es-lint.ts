import type { LintWords } from "../language-pack.js";

/** What the lint looks for in Spanish. \b knows only A to Z, so words that begin or end with an accent go without it. */
export const SPANISH_LINT: LintWords = {
  easyOut:
    /no pasa nada|sin (ning[uú]n )?(problema|compromiso|presi[oó]n|obligaci[oó]n|inconveniente)\b|no hay (ning[uú]n )?(problema|prisa|compromiso|obligaci[oó]n|que hacer nada)|\bsi no\b(?! (me equivoco|recuerdo mal|estoy mal|me falla|me presentas?))|\bsi (prefieres|prefiere|te parece|le parece)\b|lo (entiendo|entender[eé]|entendería|comprendo|comprenderé)|(te|le|os|les) parecer[ií]a|(te|le|os|les) parece (bien|oportuno)|(te|le) importar[ií]a|tendr[ií]as? inconveniente|ver[ií]as? bien|estar[ií]as? (dispuest|abiert|en disposici)|¿\s*(puedo|podemos|querr[ií]as?|aceptar[ií]as?|tendr[ií]as?|(te|se) animar[ií]as?|te plantear[ií]as|se plantear[ií]a)(?!\p{L})|lo bastante bien|suficientemente bien|suficiente (confianza|trato)|lo suficiente( bien)?( como| para|\?)|¿[^?]{0,20}hay alguien|\bun (breve|simple|escueto) no\b|basta con (un|ignorar)|ign[oó]r(a|e|ar) este|(que|de) no, (no pasa|dímelo|dígamelo|sin)|\bsolo si\b|\bsólo si\b|con (total|toda) (libertad|confianza)|(tú|usted) decide|como prefieras?\b|depende de (ti|usted)|a (tu|su) criterio|no te preocupes|no se preocupe/iu,
  assumedYes:
    /gracias (ya )?(de antemano|por adelantado|anticipadas)|(de antemano|por adelantado|anticipadamente),? ((te|le|os|les|muchas|mil|lo) )*(gracias|agrade)|agrade\p{L}{0,12} (mucho )?(de antemano|por adelantado|anticipadamente)|(espero|a la espera de|quedo pendiente de) (la|tu|su) (presentaci|intro)|\bs[eé] que ((me|lo|nos) )*(vas? a (present|ayud|hac|conect)|(presentar|har|ayudar|conectar)á)|doy por (hecho|sentado|descontado)|cuento (contigo|con (usted|que|tu ayuda|su ayuda))(?!\p{L})|(cuando|en cuanto|una vez que) (me|nos) (presentes?|hayas? presentado)(?!\p{L})|espero que (me|nos) presentes?(?!\p{L})|av[ií]s[ae]me (cuando|en cuanto) (lo|me|nos)|(tienes? que|debes?|deber[ií]as?) (present|conect)ar(me|nos)|necesito que (me|nos) (present|conect|pong)|\b(me|nos) (tienes? que|debes?|deber[ií]as?) (present|conect)ar/iu,
  begging:
    /a qui[eé]n(es)? m[aá]s conoces?|(?<!\p{L})qui[eé]n(es)? m[aá]s (conoces?|me |te viene|se te ocurre|se le ocurre|podr[ií]a|pueda|quiere|querr[ií]a|necesita|compra)|a qui[eé]n conoces?( que)?(?!\p{L})|a qui[eé]n(es)? (me|nos) (podr[ií]as?|puedes?|recomiend|recomendar)|conoces? a (alguien|gente|otros|otras)( m[aá]s)? (que (quiera|necesite|busque|compre|pueda|esté (interesad|buscando)|le interese)|a quien (le )?(pueda|interese|venga)|interesad)|cualquiera (que|a quien)|cualquier (persona|contacto|conocido) (que|a quien|interesad)|a quien sea\b|\b(lista|listado|relaci[oó]n)s? de (\p{L}+ )?(nombres|contactos|personas|gente|amigos|conocidos|colegas)|\b(unos|algunos|un par de|dos|tres|cuatro|cinco|seis|diez|varios|m[aá]s|otros|\d+) (cuantos )?(nombres|contactos|referidos|conocidos)\b|alguna referencia|alg[uú]n referido|(p[aá]s[ae]|d[aáeé]|env[ií][ae]|m[aá]nd[ae]|comp[aá]rt[ae])(me|nos) (tus|sus|los) contactos|(abr|compart)(ir|e|a)(me|nos)? (tu|su) (agenda|red)|(quer(er|rían?)|quieran?|necesit(ar|en?|an?)|comprar|interese?n?|interesar) (mis?|nuestr[oa]s?) (producto|servicio|oferta)|tod[oa]s (tus|sus) (contactos|amig|conocid|colegas)|toda (tu|su) (red|agenda)/iu,
  issueFrame:
    /\bse (est[eé]n? )?(enfrent|encuentr|top)|\blidi(a|e|ando|ar)|enfrent(an?|en?|ando|ar|ándose)\b|afront(an?|en?|ando|ar)\b|atravie?s(an?|en?|ando)\b|luch(an?|en?|ando) con|batall|pele(an?|en?|ando) con|trabaj(an?|en?|ando) en|pas(an?|en?|ando) por|tratando con|sufr(an?|en?|iendo)\b|(con|tengan?|tienen?|tener) (el mismo (tipo de )?|un |este )?(problema|dificultad|reto)/i,
  sameIssue:
    /(mism[oa]s?|parecid[oa]s?|similar(es)?|semejantes?) (tipo de )?(problema|tema|asunto|dificultad|cuestión|reto|desafío|situación)|(problema|tema|asunto|dificultad|cuestión|reto|desafío|situación)(e?s)? (parecid|similar|semejante)/i,
  pressure:
    /\bcompr(ar|arnos|arme|e)\b|\bcompra (ya|ahora|hoy)\b|\bpitch|\bdemo (ya|urgente|cuanto antes)|\bact[uú][ae] (ya|ahora)|garanti(z|c)|(oferta|plazas|tiempo) limitad|última oportunidad|no (te|se) lo pierdas?\b|no (te|se) arrepentirá|(me|nos) urge\b|\bes (muy )?urgente|con urgencia|\b(hoy|ya|ahora) mismo\b|a la mayor brevedad|no me falles?\b|no (me )?(puedes?|podr[aá]s?) (decir(me)? que no|negarte|negarse)|\bno acepto un no|(te|se) lo (ruego|suplico|pido por favor)|\binsisto\b|aprovech(a|e) (ya|ahora|esta)/i,
  discussed:
    /como (ya )?((te|le|os|les) )?(hablamos|comentamos|acordamos|dije|comenté|mencioné|adelanté|decía|comentaba|mencionamos|quedamos|conversamos|platicamos)|(en|tras|después de|a raíz de|según|siguiendo) nuestra (última )?(conversación|llamada|reunión|charla|plática)|(según|de acuerdo con|conforme a) lo (hablado|acordado|comentado|conversado|platicado)/i,
  pronoun: /(^|[^\p{L}])(él|ella)(?![\p{L}])/iu,
  whoAmI:
    /\bsoy\b|me llamo|mi nombre es|\b(trabajo|dirijo|llevo|fundé|lidero|coordino|gestiono|represento) |me dedico a|formo parte de|estoy al frente|(le|te) (escribe|saluda)\b|\bsomos\b/i,
  purpose:
    /porque|motivo|por qué|razón|ya que|puesto que|debido a|a raíz de|a propósito de|se trata de|acerca de|sobre\b|para (hablar|comparar|compartir|conocer|saber|mostrar|ver|aprender|entender|contar|explicar|explorar|intercambiar|preguntar)|h(e|emos) (visto|leído|oído|notado|sabido)|(vi|leí|oí|supe|noté) que|me enteré|ayudamos|hemos ayudado/i,
  benefit:
    /(ofrecer|enviar|mandar|mostrar|compartir|ahorrar|enseñar|aportar|servir|ayudar)(te|le|les|os|se)\b|dar(te|le)\b(?! las gracias)|\b(ofrezco|ofrecemos|comparto|compartimos)\b|\b(te|le|les) (env[ií]o|enviar|muestro|mostrar|dar[eé]|daría|traigo|ense[ñn]|sirve|serviría|ahorr|puede servir|resultar|ayud|aport|permit|interesaría|vendría bien)|obtendría|ganaría|\bpara (ti|usted|ustedes|su equipo|tu equipo|su empresa|tu empresa)\b|a cambio|beneficio|(?<!in)útil|de utilidad|de interés para|podría usar|con gusto/i,
  connectorReason:
    /porque|ya que|(te|se) lo (pregunto|pido)|acudo a|recurro a|pens(é|ado) en (ti|usted)|conoces|conoce\b|(tu|su) (opinión|experiencia|criterio|consejo)|confío|confianza|junt[oa]s|coincid/i,
  minutes:
    /\b(\d{1,3})[\s-]*min|\b((?:cinco|diez|quince|veinte|veinticinco|treinta|unos|un par de|pocos)\s+min|media\s+hora|un\s+cuarto\s+de\s+hora)/i,
  yesNo:
    /¿(?!\s*((a|con|de|en|por|para|desde|hasta|y) )?(qué(?! (te|le) parece| tal si)|quién|cuándo|cuánt|dónde|cómo|cuál))[^?¿]*\?|\?(?<=(^|[.!?,;:\n][^\S\n]*)(podr[ií]|pued|tendr[ií]|querr[ií]|estar[ií]|(te|le) (parec|importa|ven|interesa)|hay|ser[ií]a|conoces?)[^.!?¿\n]*\?)/i,
  genericSubject:
    /^[¿¡]?(una? )?((breve|rápid[oa]|pequeñ[oa]) )?(pregunta|consulta|presentación|petición|solicitud|intro|introducción|hola|buenos días|buenas( tardes)?|saludos?|ayuda|favor|referencias?|referidos?|recomendación|contactos?|networking|seguimiento|información)( (de presentación|de contacto|rápid[oa]|breve|urgente))*[.!?]*$/i,
  ledger:
    /\b(me|nos) (la |lo )?deb(es?|en) (un|una|el|la|ese|aquel|favor|vari|algo)\b|(me|nos) l[ao] debes?\b|(te|le) debo (una|un)\b|\b(est(oy|á|ás|amos)|estar[eé]|estaría|quedo|quedar[eé]|quedaría|sigues?) en deuda|en deuda (conmigo|contigo|con usted|con nosotros)|deudas? (conmigo|contigo)|favor que (me|te|le) deb|cobrar(me)? (el|ese|aquel|un|este) favor|devolver(me|te|le)? (el|ese|aquel|un|este) favor|devu[eé]lv[ea]me|(después de|con) todo lo que (hice|he hecho)|(te|le) deben? (una(?! \p{L})|un favor|algo)|ahora (te|le) toca|(te|le) toca (a (ti|usted|él|ella)|ahora)|(ahora )?es (tu|su) turno(?=[.!?,;]|\s*$)|(te|le) hice (un|ese|aquel|el) favor|qued(amos|aríamos) (a mano|en paz)|hoy por (ti|mí)/iu,
  attachment:
    /\badjunto (un|el|la|los|las|mi|nuestr|te|le|encontr|env|archivo|fichero|documento|pdf|present|cv)|\b(te|le|os|les) (adjunto|anexo)\b|(archivo|fichero|documento|pdf|presentación|folleto|dossier|dosier|catálogo)s? (adjunt|anex)|\b(va|van|env[ií]o|encontrar\p{L}{0,12}|ver|véase) (el |la |los |las )?(adjunt|anex)|\bel adjunto\b|adjunt(amos|ado|ar|aré)|\banexo (un|el|la|mi)\b/iu,
  context:
    /\b(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre)\b|\b(19|20)\d\d\b|gracias(?! (ya )?(de antemano|por adelantado|anticipadas))|desde (que|nuestr)|cuando (nos|habl|trabaj|termin|coincid)|nos (vimos|conocimos|escribimos|encontramos|presentaron|reunimos)|\b(hablamos|coincidimos|conversamos|platicamos)\b|recuerdo (que|cuando|nuestr|tu|su)|hace (un|dos|tres|unos|unas|\d+) (año|mes|semana)|(semana|mes|año|verano|invierno|otoño|primavera) pasad|trabajamos junt|nuestr[oa] (trabajo|proyecto|conversación|encuentro|llamada|reunión)|somos contactos/i,
  incentive:
    /comisi[oó]n(?! (europea|nacional|federal|ejecutiva|delegada|mixta|asesora|organizadora|del|de (?!éxito|venta|referid|intermedi)))|comisiones\b|bono por (referid|recomend)|(tarjeta|cheque|vale) (de )?(regalo|compra|descuento)|recompensa|\b(te|le) (pagaré|pagaría|pagamos|pagaremos)|(honorarios|tarifa) de (éxito|intermediación)|porcentaje (de|sobre) (la|las|cada) venta/i,
  disclosed:
    /transparen|para ser (clar|franc|sincer|honest)|quiero ser (clar|franc|sincer|honest)|con (total |toda )?(franqueza|claridad|sinceridad)|abiertamente|deb(es|e) saber|conviene que sep/i,
  introduce:
    /present(ar|es|e|a|ación)|(poner|ponga|pongas)(me|nos)? en contacto|(me|nos) pon(gas?|es?) en contacto|conectar(me|nos)|conocer a|hablar con|llegar a|contacto con|\bintros?\b/i,
  several:
    /(?<!las )presentaciones\b|\b(dos|tres|cuatro|vari[oa]s|algun[oa]s|est[oa]s|siguientes) (personas|contactos|directiv|responsables|compradores)|\ba (amb[oa]s|l[oa]s (dos|tres|cuatro))\b/i,
  towards:
    /(?<!\p{L})(?:(?:present(?:ar(?:me|nos)?|es?|as?|aci[oó]n)|intro|contacto|conectar(?:me|nos)?)(?: (?!name)[\p{L}-]+){0,3}? (?:a|con)|(?:y|e|o|también|además)(?: también)? (?:a|con)|también (?:\p{L}+ ){0,2}?(?:conocer a|hablar con|llegar a)) (?:(?:la|el) )?/iu,
  common:
    /^(que|los|las|una|uno|unos|unas|del|por|para|con|sin|sobre|como|más|pero|este|esta|estos|estas|ese|esa|muy|hay|son|era|fue|ser|está|están|han|hemos|nos|les|sus|tus|nuestro|nuestra|también|cuando|donde|quien|todo|toda|todos|porque|desde|hasta|entre|puede|tiene|hace|cada|otro|otra|otros|otras)$/,
};
