import type { AskReason } from "../people/index.js";

/**
 * A reason in a few English words, to stand in one line with others. "They" is who is asked, named before. A reason of a later leg is
 * about somebody whom these lead to. A guess about the first leg is about the seeker.
 */
export function reasonWords({ code, leg, title = "", at, n = 1 }: AskReason): string {
  const behind = leg < 2 ? "" : `they ${leg === 2 ? "know" : "can reach"} somebody who `;
  const they = (verb: string, verbOfOne: string): string =>
    behind === "" ? `${leg === 0 ? "you" : "they"} ${verb}` : `${behind}${verbOfOne}`;
  const holder = leg === 1 ? title : `${they("are", "is")} ${title}`;
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
      return `you last wrote to each other in${when}`;
    case "message.in":
      return `they wrote to you in${when}`;
    case "message.out":
      return `you wrote to them in${when}`;
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
      return `${they("know", "knows")} the buyer, last in touch in${when}`;
    case "knows.since":
      return `${they("have", "has")} been connected with the buyer since ${at?.slice(0, 4)}`;
    case "competes":
      return behind === ""
        ? "they compete with the one whom they are to introduce you to"
        : `${behind}competes with the buyer`;
    case "knows":
      return `${they("know", "knows")} the buyer`;
    case "guess.assistant":
      return `${holder}, next to the buyer`;
    case "guess.field":
      return `${holder}, the buyer's field`;
    case "guess.runs":
      return `${holder}, who runs the firm`;
    case "guess.senior":
      return `${holder}, senior there`;
    case "guess.customers":
      return `${holder}, who deals with people outside`;
    case "guess.other":
      return `${holder}, another field than the buyer's`;
    case "guess.junior":
      return `${holder}, junior there`;
    case "guess.title":
      return `${holder} at the buyer's company`;
    case "guess.company":
      return `${they("work", "works")} at the buyer's company`;
    case "guess.worked":
      return `${they("were", "was")} at one company with the buyer at the same time`;
    case "guess.school":
      return `${they("were", "was")} at one school with the buyer in the same years`;
    case "guess.meeting":
      return `${they("were", "was")} in a small meeting with the buyer`;
    case "guess.conversation":
      return `${they("were", "was")} in a small group conversation with the buyer`;
    case "guess.common":
      return behind === ""
        ? n === 1
          ? "one of your network knows both"
          : `${n} of your network know both`
        : `${behind}shares ${n === 1 ? "one contact" : `${n} contacts`} with the buyer`;
  }
}

function monthOf(at: string): string {
  return `${MONTHS[Number(at.slice(5, 7)) - 1] ?? ""} ${at.slice(0, 4)}`.trim();
}

const MONTHS: readonly string[] =
  "January February March April May June July August September October November December".split(" ");
