import type { LintInput } from "warmpath/drafts";
import type { Labelled } from "./drafts-labelled.js";

const target = { name: "Dana Cole", company: "Initech" };
const facts = { seeker: { name: "Sam Reed", company: "Brightline" }, connector: { name: "Priya Nair" } };
const NOTE = `Hi Priya, thanks again for your help with the rollout in March. Would you be open to introducing me to Dana Cole at Initech? They're struggling with invoice errors, which we fixed for two similar firms. I've put a short note below that you can forward as is. Totally fine if it's not a good time.`;
const BLURB = `Hi Dana,\n\nI'm Sam Reed from Brightline. We helped two manufacturers of Initech's size cut invoice errors by 40%, and I'd love to show Dana Cole's team how. You'd walk away with our audit template either way. Would you be open to a 20-minute call next week? No problem if not.\n\nSam`;
const base: LintInput = {
  channel: "email",
  mode: "named",
  target,
  facts,
  subject: "Sam Reed <> Dana Cole, Initech",
  note: NOTE,
  forwardable: BLURB,
};

const GOOD: readonly LintInput[] = [
  { subject: "Intro request: Dana Cole at Initech" },
  { subject: "Dana Cole (Initech) - invoice errors" },
  {
    note: `Priya, I hope the new role is treating you well. I noticed you worked with Dana Cole at Initech for three years. Would you feel comfortable making an introduction? We've just finished a project on supplier onboarding that I think Dana would find useful. If you'd prefer not to, I completely get it.`,
  },
  {
    note: `Dear Priya, I enjoyed our conversation at SaaStock last October. I'm hoping to get in touch with Dana Cole, who leads finance at Initech, because they have just moved to a new ERP. Could you let me know if you'd be willing to connect us? If you're not close, please don't worry about it.`,
  },
  {
    note: `Hey Priya! Quick ask: any chance you could connect me with Dana Cole over at Initech? You two overlapped at Globex, I think. We're helping finance teams close the books faster and Initech just posted three roles there. Zero pressure, I know these things can be awkward.`,
  },
  {
    note: `Hi Priya, when we finished the migration in June you said to reach out if I ever needed something. Do you know Dana Cole at Initech well enough to pass on a note? I'm asking as Initech is our best fit this year. Don't feel obliged.`,
  },
  {
    forwardable: `Dana,\n\nSam Reed here, I lead the close team at Brightline. Initech's move to a new ERP caught my eye, since that's exactly where our clients lose time. Happy to send you the checklist we use, no strings attached. Worth a 15-minute chat with Dana Cole or someone at Initech? If not, no worries at all.\n\nSam Reed`,
  },
  {
    forwardable: `Dear Dana Cole,\n\nMy name is Sam Reed. I'm a product lead at Brightline and I'm reaching out because Initech is hiring for month-end close. Our customers close in four days instead of nine; I'd be happy to walk you through how. Do you have 20 minutes in the next two weeks? Totally understand if this isn't a priority.\n\nSam`,
  },
  {
    forwardable: `Dana Cole, Initech\n\nI'm Sam from Brightline; we take the pain out of month-end. I was told you are rethinking it at Initech. You'd get a benchmark against ten peers for your trouble. Can we talk for half an hour? If it's a no, that's okay.\n\nSam Reed\nBrightline`,
  },
  {
    mode: "issue",
    forwardable: undefined,
    note: `Is there someone else in your company or that you know that is facing the same type of issue?`,
    facts: { ...facts, issue: "invoice errors" },
  },
  {
    mode: "issue",
    forwardable: undefined,
    note: `Hi Priya, so glad the duplicate payments are gone. Do you happen to know another finance lead who is dealing with duplicate payments? Happy to help them the same way, and no worries if nobody springs to mind.`,
    facts: { ...facts, issue: "duplicate payments" },
  },
  {
    channel: "linkedin-message",
    subject: undefined,
    note: `Hi Priya, thanks for the chat in May. Would you be up for introducing me to Dana Cole at Initech? They're hiring for month-end close and we can help, because that is what we do. Totally fine to say no!`,
  },
];

const BAD: readonly (readonly [string, LintInput])[] = [
  ["L01", { note: NOTE.replace("Dana Cole at Initech", "the CFO at Initech") }],
  ["L02", { note: NOTE.replace("Dana Cole at Initech", "Dana Cole at Initech and Mike Ross at Hooli") }],
  ["L03", { forwardable: BLURB.replace("We helped", "As mentioned, we helped") }],
  [
    "L04",
    {
      forwardable: `Hi Dana Cole, I'm Sam Reed. I'd love 20 minutes of your time at Initech. It would help you. Would Tuesday work? No problem if not.`,
    },
  ],
  [
    "L05",
    {
      forwardable: BLURB.replace(
        "and I'd love to show Dana Cole's team how. You'd walk away with our audit template either way.",
        "and I want to talk to Dana Cole about our tool.",
      ),
    },
  ],
  [
    "L07",
    {
      note: NOTE.replace("Totally fine if it's not a good time.", "Please send it today.").replace(
        "Would you be open to introducing",
        "Can you introduce",
      ),
    },
  ],
  [
    "L07",
    { note: NOTE.replace("Totally fine if it's not a good time.", "Looking forward to your introduction.") },
  ],
  ["L08", { note: `${NOTE} Do you know anybody who might need our software?` }],
  ["L08", { note: "Who do you know that could use our services?" }],
  ["L08", { note: `${NOTE} Could you share a list of contacts at Initech?` }],
  [
    "L09",
    {
      mode: "issue",
      forwardable: undefined,
      note: "Hi Priya, thanks for May. Do you know other companies we should sell to? No worries if not.",
      facts: { ...facts, issue: "invoice errors" },
    },
  ],
  ["L10", { forwardable: BLURB.replace("Would you", "Act now! Limited time offer! Would you") }],
  [
    "L13",
    {
      forwardable: BLURB.replace("a 20-minute call", "a two-hour workshop")
        .replace("Would you be open to", "I suggest")
        .replace("next week?", "next week."),
    },
  ],
  ["L16", { note: NOTE.replace("Priya", "[First Name]") }],
  ["L16", { forwardable: BLURB.replace("Sam Reed", "<your name>") }],
  ["L17", { note: `${NOTE} You owe me a favor after all.` }],
  ["L17", { forwardable: `${BLURB}\n\nPriya owes me a favour.` }],
  [
    "L26",
    {
      forwardable: `${BLURB}\n\ncc dana@initech.example`,
      target: { ...target, emails: ["dana@initech.example"] },
    },
  ],
];

/** Requests in another voice, written after the word lists were made: the honest measure. */
export function heldOutSet(): Labelled[] {
  return [
    ...GOOD.map((change) => ({ input: { ...base, ...change } })),
    ...BAD.map(([fault, change]) => ({ fault, input: { ...base, ...change } })),
  ];
}
