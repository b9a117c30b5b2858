/**
 * What a user of a plugin waits for, each step timed by the host's own clock. It takes the exports of this package or of 0.1.
 * @param {any} warmpath
 * @param {() => number} clock Milliseconds.
 * @returns {number[]} Import of 5,000 contacts, the first plan, a plan after one record, saving and restoring.
 */
export function timed({ IntroductionPlanner, Network, readLinkedInConnections }, clock) {
  const firsts = "Ana Ben Chloe Dan Eva Faye Gus Hana Ian Joy Kim Leo Mia Ned Ola Pia Quin Ray Sue Tom".split(
    " ",
  );
  const lasts =
    "Abel Brand Celik Duarte Engel Falk Gomez Haas Ito Jung Klein Lund Mora Nagy Okoye Park".split(" ");
  const titles = ["VP Operations", "Head of Sales", "Plant Manager", "Consultant", "Managing Director"];
  const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
  const rows = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"];
  for (let i = 0; i < 5000; i++) {
    const name = `${firsts[i % 20]},${lasts[(i * 7) % 16]}${lasts[Math.floor(i / 20) % 16].toLowerCase()}`;
    const company =
      i % 40 === 0
        ? "Acme"
        : `${lasts[(i * 3) % 16]} ${["Foods", "Parts", "Works", "Labs"][i % 4]} ${i % 450}`;
    const day = `${1 + (i % 28)} ${months[i % 12]} ${2012 + (i % 14)}`;
    rows.push(`${name},https://www.linkedin.com/in/p${i},,${company},${titles[i % 5]},${day}`);
  }
  const csv = rows.join("\n");
  const now = "2026-11-23";
  const times = [];
  let begun = clock();
  const lap = () => {
    const at = clock();
    times.push(at - begun);
    begun = clock();
  };
  const network = new Network();
  network.import(
    readLinkedInConnections(csv, { owner: { id: "me", name: "Ada Park", company: "Northwind" } }),
  );
  const planner = new IntroductionPlanner({ network });
  lap();
  const plan = planner.plan({ seeker: "me", target: "Bob Smith at Acme", now });
  lap();
  planner.record({ id: "e1", type: "ask.sent", at: now, ask: plan.asks[0] });
  planner.plan({ seeker: "me", target: "Eve Stone at Acme", now });
  lap();
  IntroductionPlanner.fromJSON(JSON.parse(JSON.stringify(planner)));
  lap();
  return times;
}
