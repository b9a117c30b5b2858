import type { AskReason } from "../people/index.js";

/** A reason in a few English words, to stand in one line with others; whom they are about is said before. */
export function reasonWords({ code, title = "", at, n = 1 }: AskReason): string {
  const when = at === undefined ? "" : ` ${monthOf(at)}`;
  const year = at === undefined ? "" : ` in ${at.slice(0, 4)}`;
  switch (code) {
    case "target":
      return "you know the buyer yourself";
    case "introduced":
      return "they introduced you before";
    case "recommended":
      return `they recommended you${year}`;
    case "recommending":
      return `you recommended them${year}`;
    case "endorsed":
      return `they endorsed you ${n === 1 ? "once" : `${n} times`}`;
    case "note.in":
      return "they wrote a note when you connected";
    case "note.out":
      return "you wrote a note when you connected";
    case "team":
      return "you are in one team";
    case "worked":
      return "you worked at one company";
    case "close":
      return "you know them well";
    case "some":
      return "you know them";
    case "customer":
      return "they buy from you";
    case "vendor":
      return "you buy from them";
    case "family":
      return "they are family";
    case "success":
      return "things went well for them of late";
    case "met":
      return `you met in${when}`;
    case "call":
      return `you spoke in${when}`;
    case "message":
      return `you wrote in${when}`;
    case "other":
      return `you last heard of them in${when}`;
    case "days":
      return `in touch on ${n} days`;
    case "connected":
      return `connected since ${at?.slice(0, 4)}${n === 0 ? ", never spoken" : ""}`;
    case "unanswered":
      return n === 1 ? "you wrote once without an answer" : `you wrote on ${n} days without an answer`;
    case "known":
      return "nothing tells how well you know them";
    case "knows.contact":
      return `they know the buyer, last in touch in${when}`;
    case "knows.since":
      return `they have been connected with the buyer since ${at?.slice(0, 4)}`;
    case "competes":
      return "they compete with the one whom they are to introduce you to";
    case "knows":
      return "they know the buyer";
    case "guess.assistant":
      return `${title}, next to the buyer`;
    case "guess.field":
      return `${title}, the buyer's field`;
    case "guess.runs":
      return `${title}, who runs the firm`;
    case "guess.senior":
      return `${title}, senior there`;
    case "guess.customers":
      return `${title}, who deals with people outside`;
    case "guess.other":
      return `${title}, another field than the buyer's`;
    case "guess.junior":
      return `${title}, junior there`;
    case "guess.title":
      return `${title} at the buyer's company`;
    case "guess.company":
      return "they work at the buyer's company";
    case "guess.worked":
      return "they were at one company with the buyer at the same time";
    case "guess.school":
      return "they were at one school with the buyer in the same years";
    case "guess.meeting":
      return "they were in a small meeting with the buyer";
    case "guess.conversation":
      return "they were in a small group conversation with the buyer";
    case "guess.common":
      return n === 1 ? "one of your network knows both" : `${n} of your network know both`;
  }
}

function monthOf(at: string): string {
  return `${MONTHS[Number(at.slice(5, 7)) - 1] ?? ""} ${at.slice(0, 4)}`.trim();
}

const MONTHS: readonly string[] =
  "January February March April May June July August September October November December".split(" ");
