import type { LanguagePack } from "warmpath";
import { GERMAN } from "warmpath/drafts/de";
import { SPANISH } from "warmpath/drafts/es";
import type { Call, Option } from "./call.js";
import { Fault } from "./fault.js";

export const LANGUAGE: Option = { type: "string", value: "CODE", help: "de or es in place of English" };

/** The language pack of the call; undefined: English. @throws Fault `usage`. */
export function localeOf(call: Call): LanguagePack | undefined {
  const code = call.text("language") ?? "en";
  if (code === "en") return undefined;
  const pack = { de: GERMAN, es: SPANISH }[code];
  if (pack === undefined) throw new Fault("usage", "--language is to be en, de or es");
  return pack;
}
