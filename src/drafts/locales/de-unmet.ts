/** German: why a request waits. */
export const GERMAN_UNMET: Readonly<Record<string, string>> = {
  "unmet.deposit": "Hilf dort zuerst.",
  "unmet.cooldown": "Du hast erst vor Kurzem gefragt.",
  "unmet.declined-target": "Die letzte Antwort zu dieser Person war ein Nein.",
  "unmet.declined-kind": "Solche Bitten sind dort nicht willkommen.",
  "unmet.open-ask": "Deine letzte Frage ist noch offen.",
  "unmet.quarter-cap": "Du hast dort in letzter Zeit oft gefragt.",
  "unmet.year-cap": "Du hast dort in diesem Jahr oft gefragt.",
  "unmet.discontent": "Dort herrscht Unzufriedenheit; kümmere dich zuerst darum.",
  "unmet.preparation": "Sag zuerst, was du verkaufst, an wen, und mit welchen Worten.",
  "unmet.trust": "Jetzt zu fragen würde die Verbindung gefährden.",
  "unmet.nurture": "Empfehlungen fallen dort schwer; lass mehr Zeit.",
};
