/**
 * The one program of the engine matrix: a pile of invented contacts of two people, a plan, an account, a draft, what to do next, and
 * the state, saved and restored. It takes the package's exports and needs the language alone. Its text is the answer.
 * @param {any} warmpath
 * @returns {string}
 */
export function program({ IntroductionPlanner, Network, readLinkedInConnections }) {
  const firsts = [
    "Ana",
    "Böjk",
    "Chloé",
    "Đurđa",
    "Eßer",
    "Faye",
    "Gül",
    "Håkon",
    "İpek",
    "Jürgen",
    "Zoë",
    "王",
  ];
  const lasts = [
    "Abel",
    "Brand",
    "Çelik",
    "Duarte",
    "O'Neil",
    "Falk",
    "Gómez",
    "Haß",
    "Ito",
    "Łuczak",
    "Smith",
  ];
  const firms = [
    "Acme",
    "Beta Parts GmbH",
    "Çınar A.Ş.",
    "Delta Foods",
    "Éclair SA",
    "Northwind",
    "Self-employed",
  ];
  const titles = [
    "VP Operations",
    "Geschäftsführer",
    "Head of Sales",
    "Plant Manager",
    "Directora de Compras",
  ];
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const at = (list, i) => list[i % list.length];
  /** Connections as LinkedIn exports them: 400 rows, which begin at another row for each owner, so that two piles share people. */
  const pile = (from) => {
    const rows = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"];
    for (let i = from; i < from + 400; i++) {
      const [first, last] = [at(firsts, i * 7), at(lasts, Math.floor(i / 3))];
      const day = `${1 + (i % 28)} ${at(months, i)} ${2014 + (i % 12)}`;
      const url = i % 4 === 0 ? "" : `https://www.linkedin.com/in/p${i}`;
      rows.push(`${first},"${last}",${url},,"${at(firms, i * 5)}","${at(titles, i)}",${day}`);
    }
    return rows.join("\r\n");
  };
  const network = new Network();
  network.import(readLinkedInConnections(pile(0), { owner: { id: "me", name: "Ada Park" }, file: "a.csv" }));
  const teammate = { id: "ben", name: "Ben Cho", company: "Northwind" };
  network.import(readLinkedInConnections(pile(250), { owner: teammate, file: "b.csv" }));
  network.addTie({ from: "me", to: "ben", evidence: { closeness: 0.8 } });
  const planner = new IntroductionPlanner({ network });
  const now = "2026-11-23";
  const plan = planner.plan({ seeker: "me", target: "Bob Smith at Acme", value: 80, now });
  const account = planner.account({ seeker: "me", company: "Éclair SA", roles: ["VP Operations"], now });
  const words = { channel: "email", reason: "Acme opens a second plant.", offer: "our checklist" };
  const draft = planner.draft(plan.asks[0], words);
  planner.record({ id: "e1", type: "ask.sent", at: now, ask: plan.asks[0], reason: words.reason });
  planner.record({ id: "e2", type: "ask.agreed", at: "2026-11-25", ask: plan.asks[0].id });
  const next = planner.next({ seeker: "me", now: "2026-12-09" });
  const saved = JSON.stringify(planner);
  const restored = IntroductionPlanner.fromJSON(JSON.parse(saved));
  if (JSON.stringify(restored) !== saved) throw new Error("the state does not survive a round trip");
  return JSON.stringify({ id: plan.id, plan, account, draft, next, saved: JSON.parse(saved) });
}
