import type { LintInput } from "warmpath/drafts";

/** One request as a person might write it; `fault` names the one rule it breaks, absent on good ones. */
export interface Labelled {
  readonly fault?: string;
  readonly input: LintInput;
}

const target = { name: "Bob Smith", company: "Acme" };
const facts = { seeker: { name: "Ada Park", company: "Northwind" }, connector: "Carol Jones" };
const subject = "Ada Park and Bob Smith, Acme";

/** Notes to the connector that a careful person would send. */
const NOTES: readonly string[] = [
  `Hi Carol, it was good to see you in Lyon last month. I am trying to reach Bob Smith at Acme because they are moving their warehouse and we did the same move for Foodco. You worked with Bob for years, so you know best: would you be open to passing on the note below? If it feels off, no problem at all. Ada`,
  `Carol, thank you for the help with the Foodco audit. I have one small request. Bob Smith at Acme is looking for a new way to track pallets, and since you know him would you be willing to forward my note? Happy either way!`,
  `Dear Carol, we met at the packaging fair in May 2025. I would like to speak with Bob Smith of Acme about recycled film, as his team runs the same lines as two of our clients. Would you feel comfortable introducing us? I completely understand if you would rather not.`,
  `Hello Carol, since we closed the Foodco project in March I have been following Acme. Bob Smith there is rebuilding the planning team. Do you know him well enough to send him the paragraph below? If not, just tell me, no hard feelings.`,
  `Hi Carol, last week you mentioned Acme. I think what we learned at Foodco could save Bob Smith some trouble, because Acme uses the same carrier. Could you see yourself forwarding the text under this note to Bob? Only if you think it is worth his time.`,
  `Carol, when we spoke in April you said you had sat next to Bob Smith at Acme for a while. I have a question for him about cold storage. Would you be willing to ask him if he is open to a call? A simple no is fine.`,
  `Hi Carol, we have been connected since 2019 and I read your posts on freight with interest. I noticed that you and Bob Smith at Acme are linked. I do not know how well you know each other; if you do, would you mind passing my note on? If you'd rather not, that's perfectly fine.`,
  `Dear Carol, thank you again for lunch in June. I am asking you because you trust our work: would you be open to introducing me to Bob Smith at Acme? He is hiring planners, and our two-day course has helped three such teams. Please say no if it is not the right time. No pressure.`,
  `Hi Carol, I remember that you and Bob Smith ran the Acme plant together. We help plants like that to cut scrap, and I wrote four lines for him below. Would it be all right to ask you to forward them? If it does not suit you, I understand.`,
  `Carol, it has been two years since the Foodco launch; I still use your checklist. May I ask you something? I would love to meet Bob Smith at Acme, who, I believe, reports to your former boss. If you are not close to him, no worries, just ignore this.`,
  `Hi Carol, when you moved to Beta you told me to ask any time, so here I am. Bob Smith at Acme is choosing a tool for supplier audits, and we wrote the open checklist he cites. Would you be comfortable forwarding the note below? Up to you entirely.`,
  `Good morning Carol, we worked together on the 2023 tender. I would like to be introduced to Bob Smith at Acme because they won the part of that tender we know best. Would you be open to that? It is absolutely fine to decline.`,
];

/** Texts to pass on. */
const BLURBS: readonly string[] = [
  `Bob Smith, Acme\n\nHi Bob, I'm Ada Park and I run warehouse moves at Northwind. I read that Acme moves to Lille in autumn. We moved Foodco in nine days last year, and you could have our day-by-day plan whether or not we ever work together. Would a 20-minute call next week suit you? If it is not a topic for you, no problem at all.\n\nAda Park`,
  `For Bob Smith at Acme\n\nDear Bob, my name is Ada Park. I lead the tracking group at Northwind, a firm of forty people. I am writing because Acme loses pallets on the same routes as two of our clients. I would be happy to share the numbers we found there. Could we talk for 15 minutes? If the timing is wrong, just say no.`,
  `Hi Bob,\n\nI work on recycled film at Northwind and would like to compare notes with Bob Smith, or whoever at Acme looks after film. The reason: your lines are the ones we know best. You would get the test results of two plants. Are you open to a short call of 20 minutes? No worries if not.\n\nAda Park`,
  `Dear Bob Smith,\n\nthis is Ada Park from Northwind. We help planning teams with their first ninety days, and I saw that Acme is building one. It could save you a few weeks: I can bring the plan of three teams that did it. Would thirty minutes on Thursday work? Feel free to ignore this if it does not fit.`,
  `To Bob Smith, Acme.\n\nI am Ada Park, audit lead at Northwind. Acme and our client Foodco use the same carrier, which is why I write. We found out why every tenth delivery is late, and the answer may be useful to you. Could I show you in 10 minutes by phone? A short no is fine.\n\nAda Park, Northwind`,
  `Bob,\n\nmy name is Ada Park and I look after cold storage at Northwind. I would like to ask Bob Smith of Acme about night deliveries, because your stores are the only ones that run them at scale. In return I can share what four other chains do. Do you have 15 minutes in June? I understand if you do not.`,
  `Hi Bob,\n\nI'm Ada Park. We make a small scale for pallets at Northwind, and Acme came up as a plant that still weighs by hand. A test would take your team one hour and would show you what is lost. Would you be open to a 20-minute call about it, Bob Smith? No pressure at all.`,
  `For Bob Smith (Acme)\n\nI am Ada Park of Northwind. I noticed that Acme is hiring planners. Our course has helped three teams to plan a week ahead, and your team could take the first day for free. May I call you for 15 minutes? If you would rather not, that is fine.`,
  `Dear Bob,\n\nI run the scrap programme at Northwind. Since Acme makes the same parts as two of our clients, I think we could help you to cut scrap by a fifth. Would Bob Smith have half an hour in May? If not, no hard feelings.\n\nAda Park`,
  `Hello Bob,\n\nI am Ada Park, founder of Northwind. I wrote the checklist that Acme cites in its supplier guide and I would like to hear what Bob Smith would change in it. You would get the new version before anyone else. Could we talk for 20 minutes? It is up to you, of course.`,
  `Bob Smith at Acme\n\nMy name is Ada Park and I am with Northwind. We built the part of the 2023 tender that Acme did not bid for. I would like to explore whether it can help you now; the drawings are yours to keep in any case. Are you willing to talk for 25 minutes? Only if it is of interest.`,
  `Hi Bob, Ada Park here; I'm the one who looks after bakeries at Northwind. Acme opens two more shops this year, and that is why Carol thought of you. You'd get our opening-day checklist, tested in six shops. Would a 15-minute call be ok? No problem if now is a bad time, Bob Smith.`,
];

const SUBJECTS: readonly string[] = [
  subject,
  "Northwind and Acme: pallet tracking",
  "Bob Smith, warehouse move in Lille",
  "Ada Park for Bob Smith",
  "Question on Acme's night deliveries",
  "Ada Park (Northwind), Bob Smith (Acme)",
];

/** Questions to a customer, framed by the issue that was solved. */
const ISSUES: readonly (readonly [issue: string, note: string])[] = [
  [
    "late deliveries",
    `Hi Carol, thank you for the kind words after the launch. Is there someone else in your company or that you know that is facing the same type of issue, late deliveries? If nobody comes to mind, no problem.`,
  ],
  [
    "invoice errors",
    `Dear Carol, since we fixed the invoice errors at Beta in March, I wonder: do you know a team that is dealing with invoice errors right now? A pointer would help, and it is fine if there is none.`,
  ],
  [
    "scrap on line two",
    `Carol, it was good to see the scrap on line two go down last month. Is there somebody at your sister plants who is struggling with scrap in the same way? Only if it is easy for you.`,
  ],
  [
    "staff turnover",
    `Hi Carol, when we talked in May you were happy with how staff turnover fell. Who in your circle is dealing with staff turnover at the moment, if I may ask? No pressure at all, and I would treat them as I treat you.`,
  ],
  [
    "audit delays",
    `Hello Carol, thanks for having us in April. Your trade group must have other members facing audit delays. Would you be open to telling me which of them I could help? If you would rather not, I understand.`,
  ],
  [
    "missed pickups",
    `Dear Carol, thank you for your time in May. Because missed pickups are common in your trade: is there a colleague who is working on missed pickups this year? Feel free to say no.`,
  ],
];

/** Good ones that are not mails. */
const SHORT: readonly LintInput[] = [
  {
    channel: "linkedin-message",
    note: `Hi Carol, good to see you in Lyon in May. Would you be open to introducing me to Bob Smith at Acme? They are moving a warehouse and we know that job, which is why I ask you. A text to forward is below. No problem if not. Ada`,
    forwardable: BLURBS[0],
    target,
    facts,
  },
  {
    channel: "linkedin-invitation",
    note: `Hi Carol, we met at the fair in May. Do you know Bob Smith at Acme well enough to pass on a short note about pallets? No worries if not. Ada Park`,
    forwardable: BLURBS[1],
    target,
    facts,
  },
  {
    channel: "inmail",
    subject: "Ada Park, Bob Smith and pallets",
    note: `Dear Carol, I read your talk of 2024 on pallets. I ask you because you worked at Acme: would you feel comfortable passing a note to Bob Smith at Acme? If not, I understand fully. Ada Park`,
    forwardable: BLURBS[4],
    target,
    facts,
  },
];

/** A fault put into a good request: what is changed, and the rule that is to speak. */
const FAULTS: readonly (readonly [fault: string, change: LintInput])[] = [
  ["L01", { note: NOTES[0]!.replace("Bob Smith at Acme", "someone at Acme").replaceAll("Bob", "them") }],
  ["L01", { note: NOTES[2]!.replace(" of Acme", "") }],
  [
    "L01",
    {
      note: `Hi Carol, thank you for lunch in May. Would you be open to introducing me to your boss? I ask because our course could help him. No problem if not.`,
    },
  ],
  [
    "L01",
    { forwardable: BLURBS[1]!.replace("For Bob Smith at Acme\n\n", "").replace("Acme loses", "you lose") },
  ],
  [
    "L02",
    {
      note: `Hi Carol, thank you for your help in May. Would you be open to introducing me to Bob Smith at Acme and Jane Roe at Beta, because both know freight? No problem if not.`,
    },
  ],
  [
    "L02",
    {
      note: `Carol, when we met in April you offered help. I would be glad of introductions to these people: Bob Smith at Acme, Joe Bloggs at Zeta, because you know them. Would you be open to it?`,
    },
  ],
  [
    "L02",
    {
      note: `Hi Carol, thanks for the call last week. Since you know both of them, would you be open to intros to Bob Smith at Acme and his boss? No pressure.`,
    },
  ],
  ["L03", { forwardable: undefined }],
  ["L03", { forwardable: "" }],
  [
    "L03",
    { forwardable: BLURBS[1]!.replace("I am writing because", "As we discussed, I am writing because") },
  ],
  [
    "L03",
    { forwardable: BLURBS[4]!.replace("We found out", "In our call last week you heard that we found out") },
  ],
  [
    "L03",
    {
      forwardable: BLURBS[2]!
        .replace("Ada Park", "")
        .replace("I work on", "This is about")
        .replace("and would like", ": somebody would like"),
    },
  ],
  ["L03", { forwardable: `${BLURBS[0]} https://a.example https://b.example www.c.example` }],
  [
    "L03",
    {
      forwardable: `Hi Bob,\n\nHe told me that Acme is moving. I'm Ada Park from Northwind and I write because we know that move. You would get our plan. Would 15 minutes suit Bob Smith? No problem if not.`,
    },
  ],
  [
    "L04",
    {
      forwardable: `For Bob Smith at Acme\n\nHi Bob, I am Ada Park from Northwind. You would get a free benchmark. Would you be open to a 20-minute call? No problem if not.`,
    },
  ],
  [
    "L04",
    {
      forwardable: `For Bob Smith at Acme\n\nHi Bob, I noticed that Acme is hiring planners, and you could have a free course day. Would you be open to a 20-minute call? No problem if not.\n\nAda Park`,
    },
  ],
  [
    "L04",
    {
      forwardable: `Bob Smith, Acme\n\nMy name is Ada Park. I would love to connect. You would gain a lot. Are you free for 15 minutes? If not, no worries.`,
    },
  ],
  [
    "L05",
    {
      facts: { ...facts, offer: "a benchmark of ten plants" },
      forwardable: `For Bob Smith at Acme\n\nHi Bob, I am Ada Park from Northwind. I write because we sell to plants of that size. Would you be open to a 20-minute call? No problem if not.`,
    },
  ],
  [
    "L05",
    {
      forwardable: `Bob Smith, Acme\n\nHi Bob, I'm Ada Park and I lead sales at Northwind. I write because I want to win Acme as a client. Could we talk for 15 minutes? A short no is fine.`,
    },
  ],
  [
    "L05",
    {
      facts: { ...facts, offer: "free audit" },
      forwardable: `Bob Smith, Acme\n\nHi Bob, I'm Ada Park of Northwind. The reason I write is that Acme is on my list this quarter. Could we talk for 15 minutes? I understand if not.`,
    },
  ],
  [
    "L06",
    {
      note: `Hi Carol, thank you for lunch in May. Would it be possible to get an introduction to Bob Smith at Acme? The text is below. No problem if not. Ada Park`,
    },
  ],
  [
    "L06",
    {
      note: `Carol, good to see you in June. I need to reach Bob Smith at Acme this quarter. Could I have an introduction? A short no is fine. Ada`,
    },
  ],
  [
    "L07",
    {
      note: `Hi Carol, thank you for lunch in May. You know Bob Smith at Acme, and I need to talk to him. Please introduce me to him this week. Can you do it today?`,
    },
  ],
  [
    "L07",
    {
      note: NOTES[2]!.replace(
        "I completely understand if you would rather not.",
        "Thanks in advance for the introduction.",
      ),
    },
  ],
  [
    "L07",
    { note: NOTES[3]!.replace("If not, just tell me, no hard feelings.", "I know you'll do this for me.") },
  ],
  [
    "L07",
    {
      forwardable: BLURBS[0]!
        .replace(" If it is not a topic for you, no problem at all.", " I will call you on Tuesday at nine.")
        .replace("Would a 20-minute call next week suit you?", "When can you take a 20-minute call?"),
    },
  ],
  [
    "L07",
    {
      forwardable: BLURBS[4]!
        .replace(" A short no is fine.", " I expect you to find the time.")
        .replace("Could I show you", "When do I show you"),
    },
  ],
  [
    "L08",
    {
      note: `Hi Carol, thank you for the meeting in May. I am asking you because you know many people, Bob Smith at Acme too. Who else do you know that might want my product? No problem if not.`,
    },
  ],
  ["L08", { note: `${NOTES[0]} Also, do you know anyone who needs our service?` }],
  ["L08", { note: `${NOTES[2]} And could you send me a list of names?` }],
  ["L08", { note: `${NOTES[5]} Any referrals would be great.` }],
  ["L08", { note: `${NOTES[7]} It would be great to get five names from you.` }],
  [
    "L09",
    {
      mode: "issue",
      note: `Hi Carol, thank you for the launch in May. Is there someone you like to work with whom we should get to know? If nobody comes to mind, no problem.`,
      facts: { ...facts, issue: "late deliveries" },
    },
  ],
  [
    "L09",
    {
      mode: "issue",
      note: `Hi Carol, since we met in May I wonder whether there is somebody that is dealing with growth. No problem if not, would you tell me?`,
      facts: { ...facts, issue: "invoice errors" },
    },
  ],
  [
    "L09",
    {
      mode: "issue",
      note: `Dear Carol, thank you for April. You know the trade: would you be open to telling me who has problems? It is fine if not.`,
      facts: { ...facts, issue: "audit delays" },
    },
  ],
  ["L10", { note: `${NOTES[0]}! This is big!` }],
  ["L10", { note: NOTES[2]!.replace("about recycled film", "to pitch our recycled film") }],
  ["L10", { forwardable: BLURBS[0]!.replace("We moved", "ACT NOW, we guarantee results: we moved") }],
  [
    "L10",
    {
      forwardable: BLURBS[3]!.replace(
        "It could save you",
        "This is a HUGE and AMAZING chance. It could save you",
      ),
    },
  ],
  ["L11", { note: `Bob Smith at Acme? No problem if not, Carol.` }],
  [
    "L11",
    {
      note: `${NOTES[0]} ${"We have done such moves in many places and they all went well in the end. ".repeat(6)}`,
    },
  ],
  [
    "L11",
    {
      note: `${NOTES[0]} ${"We have done such moves in many places and they all went well in the end. ".repeat(12)}`,
    },
  ],
  ["L11", { channel: "linkedin-invitation", note: NOTES[0]! }],
  [
    "L11",
    {
      channel: "linkedin-message",
      note: `${NOTES[0]} ${"We have done such moves before and it went well. ".repeat(4)}`,
    },
  ],
  [
    "L12",
    {
      forwardable: `${BLURBS[0]} ${"We have done such moves in many places and they all went well. ".repeat(6)}`,
    },
  ],
  [
    "L12",
    {
      forwardable: `${BLURBS[1]} ${"We have done such work in many places and they all went well. ".repeat(14)}`,
    },
  ],
  [
    "L13",
    {
      forwardable: BLURBS[0]!.replace(
        "Would a 20-minute call next week suit you?",
        "Would a call of 60 minutes next week suit you?",
      ),
    },
  ],
  [
    "L13",
    { forwardable: BLURBS[4]!.replace("Could I show you in 10 minutes by phone?", "What do you think?") },
  ],
  [
    "L13",
    {
      forwardable: BLURBS[5]!.replace(
        "Do you have 15 minutes in June?",
        "When could we have a 90-minute workshop?",
      ),
    },
  ],
  [
    "L14",
    {
      note: NOTES[2]!.replace(
        "Would you feel comfortable introducing us?",
        "An introduction would be kind, if you feel comfortable.",
      ),
    },
  ],
  ["L14", { note: `${NOTES[0]} What do you think? When? How? Where?` }],
  [
    "L14",
    {
      forwardable: BLURBS[0]!.replace(
        "Would a 20-minute call next week suit you?",
        "I would be glad of a 20-minute call next week.",
      ),
    },
  ],
  ["L15", { subject: undefined }],
  ["L15", { subject: "Quick question" }],
  ["L15", { subject: "Re: Ada Park and Bob Smith" }],
  ["L15", { subject: "Intro" }],
  ["L15", { subject: "Would you please be so very kind as to introduce Ada Park to Bob Smith" }],
  ["L16", { note: NOTES[0]!.replace("Foodco", "[client name]") }],
  ["L16", { forwardable: BLURBS[0]!.replace("Foodco", "{{client}}") }],
  ["L16", { forwardable: BLURBS[1]!.replace("two of our clients", "<insert clients>") }],
  ["L16", { note: NOTES[4]!.replace("the same carrier", "TBD") }],
  ["L17", { forwardable: `${BLURBS[0]}\n\nCarol owes me one, and you owe her.` }],
  ["L17", { note: `${NOTES[0]} After all, you owe me for the Foodco job.` }],
  ["L17", { note: `${NOTES[4]} I am calling in a favor here.` }],
  [
    "L17",
    {
      forwardable: BLURBS[0]!.replace("I read", "I heard about the divorce and read"),
      facts: { ...facts, private: ["the divorce"] },
    },
  ],
  ["L18", { note: NOTES[0]!.replace("the note below", "the attached deck") }],
  ["L18", { facts: { ...facts, attachments: 1 } }],
  [
    "L19",
    {
      forwardable: BLURBS[0]!.replace(
        "We moved Foodco in nine days last year",
        "Notwithstanding considerable organisational heterogeneity, our interdisciplinary implementation methodology systematically operationalises transformational logistics capabilities, facilitating unprecedented infrastructural consolidation across geographically distributed organisational environments",
      ),
    },
  ],
  [
    "L19",
    {
      note: `Hi Carol, thank you for May. Considering the extraordinary organisational transformation currently characterising international distribution infrastructures, I would appreciate your individual consideration regarding the possibility of facilitating an introductory conversation with Bob Smith at Acme, because your professional familiarity presumably encompasses comparable responsibilities. Would you be open to it?`,
    },
  ],
  [
    "L20",
    {
      note: `Hi Carol, I would like to reach Bob Smith at Acme because they move a warehouse. You know him. Would you be open to passing on the note below? No problem if not.`,
    },
  ],
  [
    "L20",
    {
      note: `Hello Carol. Bob Smith at Acme looks like the right person for our course, and I ask you because you seem to know him. Would you be open to introducing us? No pressure.`,
    },
  ],
  ["L21", { facts: { ...facts, gate: "closed" } }],
  ["L21", { facts: { ...facts, gate: "unknown" } }],
  ["L22", { facts: { ...facts, openAsks: 1 } }],
  ["L22", { facts: { ...facts, cooldownUntil: "2026-07-01", now: "2026-06-01" } }],
  ["L23", { facts: { ...facts, sendOn: "2026-06-05" } }],
  ["L24", { facts: { ...facts, thanksDays: 5 } }],
  ["L25", { note: `${NOTES[0]} There is a referral fee for you.` }],
  ["L25", { facts: { ...facts, incentive: { who: "giver" as const, disclosed: true }, strength: 0.8 } }],
  [
    "L26",
    {
      target: { ...target, emails: ["bob@acme.example"] },
      note: `${NOTES[0]} His address is bob@acme.example.`,
    },
  ],
];

/** The whole set: good requests first. */
export function labelledSet(): Labelled[] {
  const set: Labelled[] = [];
  const mail = { channel: "email", mode: "named", target, facts } as const;
  NOTES.forEach((note, at) => {
    for (const shift of [0, 3, 5, 8, 10]) {
      const forwardable = BLURBS[(at + shift) % BLURBS.length]!;
      set.push({ input: { ...mail, note, forwardable, subject: SUBJECTS[(at + shift) % SUBJECTS.length]! } });
    }
  });
  for (const [issue, note] of ISSUES) {
    set.push({
      input: {
        channel: "email",
        mode: "issue",
        note,
        subject: `A question about ${issue}`,
        facts: { ...facts, issue },
      },
    });
  }
  for (const input of SHORT) set.push({ input: { mode: "named", ...input } });
  const base: LintInput = { ...mail, note: NOTES[0]!, forwardable: BLURBS[0]!, subject };
  for (const [fault, change] of FAULTS) {
    set.push({
      fault,
      input: { ...base, ...(change.mode === "issue" ? { forwardable: undefined } : {}), ...change },
    });
  }
  return set;
}
