import type { Call } from "./call.js";
import { localeOf } from "./language.js";
import { STATES } from "./states.js";

/** What the command itself says around plans, messages and lists, in the language of the call; `{slot}` where a value goes. */
export type Frame = (key: keyof typeof ENGLISH, values?: Readonly<Record<string, string>>) => string;

export function frameOf(call: Call): Frame {
  const { code = "en" } = localeOf(call) ?? {};
  return (key, values = {}) =>
    String((FRAMES[code] ?? ENGLISH)[key] ?? ENGLISH[key]).replace(/\{(\w+)\}/g, (whole, slot: string) =>
      Object.hasOwn(values, slot) ? (values[slot] as string) : whole,
    );
}

/** How a request stands, in the language of the call. */
export function stateIn(call: Call, state: string): string {
  const { code = "en" } = localeOf(call) ?? {};
  return (STATES_IN[code] ?? STATES)[state] ?? state;
}

const ENGLISH = {
  written: "Written: {file}",
  noBrowser: "No browser could be opened; open it yourself: {file}",
  noMail: "No mail program could be opened for {who}.",
  missing: "Missing",
  reason: "why the buyer would care (--reason)",
  offer: "what they get out of it (--offer)",
  occasion: "an occasion; say what made you think of them",
  done: "Once something is done: warmpath done NUMBER (a request: warmpath sent NUMBER)",
  overdue: "overdue",
  yes: "Said yes",
  open: "Open",
  asked: "asked",
  about: "about",
  stands: "how it stands",
  since: "since",
  name: "name",
  title: "title",
  company: "company",
  account: "Next: warmpath account COMPANY",
  id: "Next: warmpath plan ID, with an id of the list. Are two of them one person? warmpath same",
  sent: 'Once it is sent: warmpath sent "{who}"',
  next: "Next: once it is sent: warmpath sent 1 ({who}).",
  draft: "Next: warmpath draft 1{words}. Once it is sent: warmpath sent 1 ({who}).",
  why: "why now",
  gain: "what they get",
};

const FRAMES: Readonly<Record<string, Readonly<typeof ENGLISH>>> = {
  de: {
    written: "Geschrieben: {file}",
    noBrowser: "Es ließ sich kein Browser öffnen; öffne die Seite selbst: {file}",
    noMail: "Es ließ sich kein Mailprogramm für {who} öffnen.",
    missing: "Es fehlt",
    reason: "warum das die andere Seite angeht (--reason)",
    offer: "was die andere Seite davon hat (--offer)",
    occasion: "ein Anlass: Sag, was dich daran denken ließ",
    done: "Ist etwas erledigt: warmpath done NUMMER (eine Bitte: warmpath sent NUMMER)",
    overdue: "überfällig",
    yes: "Zugesagt",
    open: "Offen",
    asked: "gefragt",
    about: "wegen",
    stands: "wie es steht",
    since: "seit",
    name: "Name",
    title: "Position",
    company: "Firma",
    account: "Weiter: warmpath account FIRMA",
    id: "Weiter: warmpath plan ID, mit einer ID aus der Liste. Sind zwei davon dieselbe Person? warmpath same",
    sent: 'Sobald es verschickt ist: warmpath sent "{who}"',
    next: "Weiter: Sobald es verschickt ist: warmpath sent 1 ({who}).",
    draft: "Weiter: warmpath draft 1{words}. Sobald es verschickt ist: warmpath sent 1 ({who}).",
    why: "warum jetzt",
    gain: "was dabei herauskommt",
  },
  es: {
    written: "Guardado: {file}",
    noBrowser: "No se pudo abrir ningún navegador; abre la página: {file}",
    noMail: "No se pudo abrir ningún programa de correo para {who}.",
    missing: "Falta",
    reason: "por qué le interesaría (--reason)",
    offer: "qué gana la otra parte (--offer)",
    occasion: "un motivo: di qué te hizo pensar en esa persona",
    done: "Cuando algo esté hecho: warmpath done NÚMERO (una petición: warmpath sent NÚMERO)",
    overdue: "con retraso",
    yes: "Han dicho que sí",
    open: "Pendientes",
    asked: "a quién",
    about: "sobre quién",
    stands: "cómo está",
    since: "desde",
    name: "nombre",
    title: "cargo",
    company: "empresa",
    account: "Siguiente: warmpath account EMPRESA",
    id: "Siguiente: warmpath plan ID, con un id de la lista. ¿Son dos la misma persona? warmpath same",
    sent: 'Cuando lo envíes: warmpath sent "{who}"',
    next: "Siguiente: cuando lo envíes: warmpath sent 1 ({who}).",
    draft: "Siguiente: warmpath draft 1{words}. Cuando lo envíes: warmpath sent 1 ({who}).",
    why: "por qué ahora",
    gain: "qué gana",
  },
};

const STATES_IN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  de: {
    planned: "noch nicht verschickt",
    sent: "verschickt, noch keine Antwort",
    reminded: "erinnert, noch keine Antwort",
    agreed: "zugesagt",
    declined: "abgesagt",
    claimed: "soll geschehen sein",
    introduced: "du wurdest vorgestellt",
    "target-agreed": "ein Gespräch ist willkommen",
    "target-declined": "ein Gespräch ist nicht gewünscht",
    met: "ihr habt euch getroffen",
    opportunity: "ein Auftrag ist möglich",
    won: "gewonnen",
    lost: "verloren",
    withdrawn: "zurückgenommen",
    lapsed: "es ist still geworden",
  },
  es: {
    planned: "aún sin enviar",
    sent: "enviada, sin respuesta",
    reminded: "con recordatorio, sin respuesta",
    agreed: "dijo que sí",
    declined: "dijo que no",
    claimed: "dice que ya está hecho",
    introduced: "ya te han presentado",
    "target-agreed": "quiere hablar contigo",
    "target-declined": "no quiere hablar contigo",
    met: "os habéis visto",
    opportunity: "puede haber un trato",
    won: "ganado",
    lost: "perdido",
    withdrawn: "retirada",
    lapsed: "sin noticias desde hace tiempo",
  },
};
