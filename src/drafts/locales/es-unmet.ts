/** Spanish: why a request waits. */
export const SPANISH_UNMET: Readonly<Record<string, string>> = {
  "unmet.deposit": "Ayuda ahí primero.",
  "unmet.cooldown": "Preguntaste hace poco.",
  "unmet.declined-target": "La última respuesta sobre esta persona fue no.",
  "unmet.declined-kind": "Ahí no gustan estas peticiones.",
  "unmet.open-ask": "Tu última pregunta sigue abierta.",
  "unmet.quarter-cap": "Has preguntado ahí a menudo últimamente.",
  "unmet.year-cap": "Has preguntado ahí a menudo este año.",
  "unmet.discontent": "Ahí hay descontento; atiende eso primero.",
  "unmet.preparation": "Di primero qué vendes, a quién y cómo decirlo.",
  "unmet.trust": "Preguntar ahora pondría en riesgo la relación.",
  "unmet.nurture": "Ahí cuesta recomendar; deja más tiempo.",
};
