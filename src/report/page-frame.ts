import { safeText } from "../base/index.js";
import { escapeHtml } from "../drafts/index.js";

/** A page of its own: no script, nothing loaded, dark and light by the reader's setting, one column on a phone. */
export function pageFrame(page: {
  readonly language: string;
  readonly title: string;
  readonly body: string;
}): string {
  return `<!doctype html>
<html lang="${cell(page.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${cell(page.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${page.body}
</main>
</body>
</html>
`;
}

/** A short text for an element or an attribute: one line, nothing hidden, nothing that a page reads as markup. No line ends between a number and its sign. */
export function cell(text: string): string {
  return escapeHtml(safeText(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/(?<=\d) (?=%)/g, "\u00a0"));
}

/** A text of several lines, for `pre`: line ends stay, whatever hides does not. */
export function lines(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(cell)
    .join("\n");
}

/** A section with a heading; nothing where there is nothing to say. */
export function section(heading: string | undefined, body: string): string {
  if (body === "") return "";
  return `<section>\n<h2>${cell(heading ?? "")}</h2>\n${body}\n</section>`;
}

/** A list of texts; nothing where it is empty. */
export function list(texts: readonly string[], tag: "ul" | "ol" = "ul"): string {
  return texts.length === 0
    ? ""
    : `<${tag}>${texts.map((text) => `<li>${cell(text)}</li>`).join("")}</${tag}>`;
}

const STYLE = `
:root{--ink:#1c2330;--soft:#4d5869;--line:#cdd4de;--paper:#fff;--card:#f5f7fa;--mark:#0b5cad;--warm:#a33a00;--bar:#2f7dd1;--bar2:#b9d4f1}
@media (prefers-color-scheme:dark){:root{--ink:#e8ecf2;--soft:#b1bac8;--line:#3c4655;--paper:#12161d;--card:#1b212b;--mark:#8cc2ff;--warm:#ffb38a;--bar:#5fa4ec;--bar2:#2b4a6d}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:52rem;margin:0 auto;padding:1.25rem 1rem 3rem}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 .25rem}
h2{font-size:1.2rem;margin:2rem 0 .6rem}
h3{font-size:1.05rem;margin:0 0 .2rem}
p{margin:.4rem 0}
ul,ol{margin:.4rem 0;padding-left:1.3rem}
li{margin:.2rem 0}
a{color:var(--mark)}
small,.soft{color:var(--soft);font-size:.92rem}
.cards{display:grid;gap:.9rem;padding:0;list-style:none}
.card{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.9rem 1rem;margin:0}
.first{border-left:.35rem solid var(--mark)}
.late{border-left:.35rem solid var(--warm)}
.chance{font-weight:600}
.warn{color:var(--warm);font-weight:600}
dl{margin:.5rem 0;display:grid;grid-template-columns:minmax(7rem,auto) 1fr;gap:.25rem .9rem}
dt{color:var(--soft)}
dd{margin:0}
.buttons{display:flex;flex-wrap:wrap;gap:.5rem;margin:.6rem 0 0;padding:0;list-style:none}
.buttons a{display:inline-block;border:1px solid var(--mark);border-radius:.4rem;padding:.35rem .8rem;text-decoration:none}
pre{background:var(--card);border:1px solid var(--line);border-radius:.6rem;padding:.8rem 1rem;margin:.3rem 0 .8rem;white-space:pre-wrap;font:inherit;-webkit-user-select:all;user-select:all}
.scroll{overflow-x:auto}
.scroll:focus-visible,a:focus-visible,summary:focus-visible{outline:.15rem solid var(--mark);outline-offset:.1rem}
svg{display:block;width:100%;max-width:28rem;height:auto}
.scroll svg{width:auto;max-width:none}
.card+h3{margin-top:1.2rem}
svg text{font:13px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;fill:var(--ink)}
svg .small{font-size:12px;fill:var(--soft)}
svg .box{fill:var(--card);stroke:var(--line)}
svg .goal{stroke:var(--mark);stroke-width:2}
svg .tie{fill:none;stroke:var(--soft);stroke-width:1.5}
svg .guess{stroke-dasharray:5 4}
svg .weak{stroke:var(--warm);stroke-width:3}
svg .bar{fill:var(--bar)}
svg .bar2{fill:var(--bar2)}
svg .axis{stroke:var(--line)}
svg .whisker{stroke:var(--ink);stroke-width:1.5}
svg .nudge{fill:var(--bar2);stroke:var(--bar)}
svg .stop{fill:none;stroke:var(--warm);stroke-width:2}
details{margin:.4rem 0}
summary{cursor:pointer;color:var(--mark)}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--line);vertical-align:top}
td:first-child{min-width:6.8rem}
td.number,th.number{text-align:right}
@media (max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.4rem}}
@media print{:root{--ink:#000;--soft:#333;--line:#999;--paper:#fff;--card:#fff;--mark:#003a70;--warm:#7a2b00;--bar:#555;--bar2:#bbb}body{font-size:11pt}main{max-width:none;padding:0}pre,svg,dl,tr,.card:has(>h2){break-inside:avoid}h2,h3,.soft:has(+pre){break-after:avoid}.buttons,.hint{display:none}.scroll{overflow:visible}.scroll svg{max-width:100%}details:not(.later)::details-content{content-visibility:visible;block-size:auto}summary{list-style:none}}
`.replace(/\n/g, "");
