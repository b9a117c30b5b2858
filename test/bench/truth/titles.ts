import { confusionTable } from "../../support/title-confusion.js";
import { TITLES } from "../../support/titles.js";

/** Prints what titles are taken for what: English, German, Spanish and French ones of real shape. */
export function printTitles(): void {
  const { text, wrong } = confusionTable();
  console.log(
    `\n3.3 Titles read: ${TITLES.length} in four languages, ${wrong.length} not wholly as told\n${text}`,
  );
  if (wrong.length > 0) console.log(`  ${wrong.join("; ")}`);
}
