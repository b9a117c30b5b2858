import { CHANCE_BANDS } from "../../../src/report/index.js";
import { type Calls, inTurn } from "./calls.js";
import { NOW, type ValidWorld } from "./world.js";

/** Valid calls of what writes and reads texts and files: drafts, ingest, report, tools. */
export function callsOfTexts(w: ValidWorld): Calls {
  const [me, sam, ann, bob, cai] = w.persons as unknown as readonly [object, object, object, object, object];
  const leg = { strength: 0.5, state: "active", evidence: w.evidence, inferred: false };
  const own = {
    ...{ me, tone: "warm", connectorStyle: "brief", seed: "s", channel: "email", now: NOW },
    limits: { noteMax: 900 },
    thresholds: { noteWordsMax: 150 },
  };
  const aim = { target: bob, reason: "r", offer: "o", gift: "g", about: "a", minutes: 15 };
  const touch = { ...own, connector: ann, target: bob, leg, detail: "d" };
  const draft = {
    ...{ ...own, ...aim, connector: ann, leg, lastLeg: leg, via: [cai], viaLeg: leg, legs: [leg, leg] },
    ...{ context: "c", namedBy: sam, connectorReason: "r", reluctance: 0.2, private: ["x"] },
    readiness: { gate: "open", unmet: ["deposit"], readyAt: "2026-07-01" },
    companyAliases: [["Acme", "Acme Corp"]],
  };
  const facts = {
    ...{
      seeker: me,
      connector: ann,
      target: bob,
      via: [cai],
      reason: "r",
      private: ["x"],
      unmet: ["deposit"],
    },
    ...{ readyAt: NOW, now: NOW, openAsks: 1, incentive: { who: "giver", disclosed: true }, strength: 0.5 },
  };
  const lint = {
    ...{ note: "Hi Ann, would you introduce me?", forwardable: "f", subject: "s", channel: "email" },
    ...{ mode: "named", target: bob, facts, locale: w.german, limits: { noteMax: 900 } },
    thresholds: { noteWordsMax: 90 },
  };
  const playbook = {
    ...{ format: "warmpath-playbook", version: 1, name: "p" },
    templates: [{ id: "t", mode: "named", channel: "email", subject: "Hi", note: "Hi {{connector.first}}" }],
  };
  const finding = { rule: "length", level: "warn", where: "note", message: "m" };
  return {
    draftAsk: [{ ...draft, locale: w.german }],
    draftCheckIn: [draft],
    draftFollowUp: [{ ...draft, reminders: 1 }],
    draftForwardable: [{ ...own, ...aim }],
    draftIntroduction: [{ ...own, ...aim, connector: ann, optedIn: true }],
    draftReciprocity: [{ ...touch, idea: "i" }],
    draftThankYou: [{ ...touch, outcome: "introduced" }],
    draftUpdate: [{ ...touch, status: "meeting.held", after: "agreed" }],
    draftBrokered: [
      { ...own, first: ann, second: bob, met: { what: "w", needs: "first" }, reasons: { first: "r" } },
    ],
    draftCongratulations: [{ ...touch, newCompany: "Hooli" }],
    draftDecline: [{ ...touch, because: "b" }],
    draftFromTemplate: [{ ...draft, playbook, template: "t", issue: "i" }],
    draftIssueQuestion: [
      { ...touch, issue: "billing", solvedOn: "2026-01-01", candidates: [cai], circle: "business" },
    ],
    draftOptInQuestion: [{ ...own, ...aim, connector: ann, leg }],
    draftOwnContact: [{ ...own, ...aim, connector: ann, via: [cai], after: "agreed" }],
    draftRelay: [{ ...own, ...aim, connector: ann, next: cai, leg }],
    draftRevealRequest: [{ ...own, target: bob, reason: "r", connector: ann, leg, detail: "d" }],
    draftRewarm: [{ ...touch, occasion: "o", mends: true }],
    draftSoftAsk: [{ ...touch, ask: "use-my-name", topic: "t", reason: "r" }],
    draftWelcome: [{ ...touch, as: "client" }],
    lintMessage: [lint],
    fixMessage: [lint],
    lintScore: [[finding, finding]],
    mailto: [{ to: "ann@firm.example", subject: "s", body: "b" }],
    readPlaybook: [JSON.stringify(playbook)],
    writePlaybook: [playbook],
    reasonSentence: [w.reasons[0], w.legs, { name: String, isYou: () => false }, w.sentences],
    reportSentences: [[{ a: "b" }], w.german.months],
    fullName: [ann, 40],
    companyOf: [ann, 40],
    shown: ["a text", 40, 3],
    targetBrief: [profileOf(), { tone: "warm", locale: w.german }],
    compileTemplate: ["Hi {{connector.first}}"],
    escapeHtml: ["<a>"],
    toHtml: ["a"],
    toMarkdown: ["a"],
    ...callsOfReaders(w),
    asksToCsv: [w.view, { formulaGuard: "on", drafts: { [w.view.cards[0]!.ask]: w.message } }],
    bookPage: [w.book],
    calendarOf: [w.actions, {}],
    describeAccount: [w.account, w.planner, { locale: w.german }],
    describeActions: [w.actions, w.planner, {}],
    describeBook: [w.planner, { seeker: "me", now: NOW, locale: w.german }],
    describeInsights: [w.insights, w.planner, { seeker: "me", locale: w.german, answers: [w.answers] }],
    describePlan: [w.plan, w.planner, { locale: w.german, bands: CHANCE_BANDS }],
    insightsPage: [w.told],
    planMarkdown: [w.view],
    planMermaid: [w.view],
    planPage: [w.view, { drafts: { [w.view.cards[0]!.ask]: w.message } }],
    planText: [w.view, { width: 80 }],
    weekPage: [w.week, { first: 1 }],
    plannerTools: [w.planner, { seeker: "me", now: () => NOW }],
  };
}

/** A profile of whom one can help. */
export function profileOf(): object {
  return { industries: ["Software"], size: [1, 500], titles: ["CEO"], issue: "billing" };
}

function callsOfReaders(w: ValidWorld): Calls {
  const owner = w.persons[0];
  const limits = { maxRows: 50, maxFieldLength: 500, maxColumns: 40 };
  const control = {
    owner,
    file: "f",
    encoding: "utf-8",
    idOf: inTurn("id"),
    onProgress: () => undefined,
    signal: w.signal,
  };
  const options = { ...limits, ...control };
  const crm = { ...options, dateOrder: "dmy", satisfaction: { high: 0.9, medium: 0.6, scale: 10 } };
  const connections =
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnn,Lee,,,Acme,CEO,01 Mar 2024\n";
  const contacts = "First Name,Last Name,E-mail 1 - Value,Organization Name\nAnn,Lee,ann@a.example,Acme\n";
  const card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Lee\r\nEMAIL:ann@a.example\r\nEND:VCARD\r\n";
  const calendar =
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260301T100000Z\r\nATTENDEE;CN=Ann Lee:mailto:ann@a.example\r\nATTENDEE:mailto:me@firm.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  const hubSpot = "Record ID,First Name,Last Name,Email,Company Name\n1,Ann,Lee,ann@a.example,Acme\n";
  const deals =
    "Deal ID,Deal Name,Deal Stage,Associated Contact IDs,Close Date\n5,D,Closed Won,1,2026-01-01\n";
  const salesforce = "Contact ID,First Name,Last Name,Email,Account Name\n003A,Ann,Lee,ann@a.example,Acme\n";
  const pipedrive =
    "Person - ID,Person - Name,Person - Email,Organization - Name\n1,Ann Lee,ann@a.example,Acme\n";
  const apollo = "First Name,Last Name,Title,Company,Email\nAnn,Lee,CEO,Acme,ann@a.example\n";
  const mail = [{ from: "ann@a.example", to: "me@firm.example", date: "2026-03-01T10:00:00Z" }];
  const messages =
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT\n1,,Ann Lee,https://www.linkedin.com/in/ann-x,Ada Park,https://www.linkedin.com/in/me-x,2026-03-01 10:00:00 UTC,,Hi\n";
  const archive = [{ name: "Connections.csv", text: connections }];
  const records = {
    contacts: [{ id: "7", name: "Ben Ito", company: "Acme", email: "ben@a.example", updatedAt: NOW }],
    companies: [{ id: "9", name: "Acme" }],
    deals: [{ id: "5", contactId: "7", stage: "won", closeDate: "2026-01-01" }],
    activities: [{ id: "4", contactId: "7", type: "call", date: "2026-01-02" }],
  };
  return {
    readLinkedInConnections: [connections, { ...options, dateOrder: "dmy", now: NOW }],
    readLinkedInPortability: [
      JSON.stringify({
        elements: [
          { snapshotDomain: "CONNECTIONS", snapshotData: [{ "First Name": "Ann", "Last Name": "Lee" }] },
        ],
      }),
      { ...options, dateOrder: "dmy", now: NOW },
    ],
    readLinkedInArchive: [archive, { ...options, maxBytes: 100_000, maxFiles: 9 }],
    readLinkedInMessages: [messages, { ...options, known: w.persons }],
    readContacts: [contacts, { ...options, columns: { first: "First Name", last: "Last Name" } }],
    readGoogleContacts: [contacts, options],
    readOutlookContacts: [
      "First Name,Last Name,E-mail Address,Company\nAnn,Lee,ann@a.example,Acme\n",
      options,
    ],
    readCalendar: [calendar, { ...options, now: NOW, horizonDays: 365 }],
    readCareers: ["Name,Company,Title,From,To\nAnn Lee,Acme,CEO,2020-01,2021-01\n", options],
    readApolloContacts: [apollo, options],
    readHubSpotContacts: [hubSpot, { ...crm, deals, companies: "Company ID,Company name\n1,Acme\n" }],
    readPipedrivePersons: [pipedrive, crm],
    readSalesforceContacts: [
      salesforce,
      { ...crm, userId: "u", accounts: "Account ID,Account Name\n1,Acme\n" },
    ],
    readSalesforceExport: [
      [
        {
          name: "Contact.csv",
          text: "Id,IsDeleted,AccountId,LastName,FirstName,Name,Email,Title\n003A,0,1,Lee,Ann,Ann Lee,a@a.example,\n",
        },
      ],
      { ...crm, userId: "u", maxBytes: 100_000, maxFiles: 9 },
    ],
    readInteractions: ["Name,Date,Kind\nAnn Lee,2026-03-01,call\n", { ...options, dateOrder: "dmy" }],
    readMailHeaders: [mail, { owner, file: "f", idOf: inTurn("id"), maxRows: 50 }],
    formatOf: [connections, { ...limits, maxBytes: 100_000, maxFiles: 9, encoding: "utf-8" }],
    readExport: [connections, { ...options, now: NOW, maxBytes: 100_000, maxFiles: 9 }],
    readExports: [archive, { ...options, now: NOW, maxBytes: 100_000, maxFiles: 9 }],
    fromRecords: [
      records,
      { owner, idOf: inTurn("id"), file: "f", format: "generic", userId: "u", now: NOW, maxRows: 50 },
    ],
    readVCards: [card, options],
  };
}
