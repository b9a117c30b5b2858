import { checkShape } from "../base/index.js";
import { foldText } from "./fold-name.js";
import { trailingForm } from "./legal-forms.js";

/** A company's name as it is written, without the legal form at its end: "Acme GmbH & Co. KG" is "Acme". */
export function bareCompany(company: string): string {
  checkShape(company, "text", "company");
  let words = company.slice(0, 512).trim().split(/\s+/);
  const folded = words.map((word) => foldText(word.replace(/^[&+]$/, "and").replace(/[.,;/]/g, "")));
  for (let cut = trailingForm(folded); cut > 0; cut = trailingForm(folded.slice(0, words.length)))
    words = words.slice(0, -cut);
  return words.join(" ").replace(/(?<![,;&\s])[,;&\s]+$/, "");
}
