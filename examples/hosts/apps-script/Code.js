/**
 * Warm introductions from a sheet of contacts. The first sheet has a header row with Name, Company, Title and Email, and if it is known
 * Closeness (0 to 1) of you and them. The files warmpath.gs and warmpathReport.gs beside this one are dist/warmpath.iife.js and
 * dist/warmpath-report.iife.js; they set the globals `warmpath` and `warmpathReport`.
 */

/* global warmpath, warmpathReport, SpreadsheetApp, HtmlService, PropertiesService, Session, Utilities */

function onOpen() {
  SpreadsheetApp.getUi().createMenu("Warmpath").addItem("Plan an introduction", "askTarget").addToUi();
}

/** Asks for the buyer and shows the plan beside the sheet. */
function askTarget() {
  const ui = SpreadsheetApp.getUi();
  const given = ui.prompt("Whom do you want to meet?", "Name at Company", ui.ButtonSet.OK_CANCEL);
  if (given.getSelectedButton() !== ui.Button.OK) return;
  const today = Utilities.formatDate(new Date(), Session.getScriptTimeZone(), "yyyy-MM-dd");
  const page = HtmlService.createHtmlOutput(planPage(given.getResponseText(), today));
  ui.showSidebar(page.setTitle("Warm introduction"));
}

/** The plan for a buyer as a small page; every text of the sheet is escaped. */
function planPage(target, today) {
  const planner = plannerOfSheet();
  const plan = planner.plan({ seeker: "me", target, now: today });
  const view = warmpathReport.describePlan(plan, planner);
  if (plan.asks.length === 0) return `<p>${escaped(view.refusal ? view.refusal.text : "Nobody to ask.")}</p>`;
  const cards = plan.asks.map((ask, i) => {
    const draft = planner.draft(ask, { channel: "email", reason: "", offer: "" });
    // The note says that the text to forward stands below it.
    const texts = [draft.subject, draft.note, draft.forwardable].filter(Boolean).map((text) => `<pre>${escaped(text)}</pre>`);
    const { name, chance, because, weakest } = view.cards[i];
    const why = escaped([...because, weakest].join(" "));
    return `<h3>${escaped(name)}</h3><p>Chance: ${escaped(chance)}</p><p>${why}</p>${texts.join("")}`;
  });
  return `<p>Ask in this order, one at a time. Nothing is sent.</p>${cards.join("")}`;
}

/** Every row with a name is a person whom you know. */
function plannerOfSheet() {
  const [header, ...rows] = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getDataRange().getValues();
  const at = {};
  header.forEach((title, place) => {
    at[String(title).trim().toLowerCase()] = place;
  });
  const cell = (row, name) => (at[name] === undefined ? "" : String(row[at[name]]).trim());
  const people = [{ id: "me", name: PropertiesService.getUserProperties().getProperty("name") || "Me" }];
  const ties = [];
  rows.forEach((row, place) => {
    const name = cell(row, "name");
    if (name === "") return;
    const person = { id: `row${place + 2}`, name };
    for (const field of ["company", "title"]) if (cell(row, field) !== "") person[field] = cell(row, field);
    if (cell(row, "email") !== "") person.emails = [cell(row, "email")];
    const closeness = Number(cell(row, "closeness"));
    people.push(person);
    ties.push({ from: "me", to: person.id, evidence: closeness > 0 && closeness <= 1 ? { closeness } : {} });
  });
  const network = new warmpath.Network();
  network.import({ people, ties });
  return new warmpath.IntroductionPlanner({ network });
}

function escaped(text) {
  return String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
