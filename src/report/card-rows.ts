import type { CardView } from "./plan-view.js";

/**
 * Who a card is about beside their name, and its facts in order, each with the key of its label.
 * @param arrow Stands between the people of a way.
 */
export function cardRows(
  card: CardView,
  arrow: string,
): { readonly about: string; readonly rows: readonly (readonly [label: string, text: string])[] } {
  const about = [card.title, card.company].filter((text) => text !== undefined).join(", ");
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["label.chance", `${card.chance} (${card.band})`],
    ["label.path", card.way.join(arrow)],
    ["label.because", card.because.join(" ")],
    ["label.weakest", card.weakest],
    ["label.caveat", card.caveat],
    ["label.price", card.price],
  ];
  return {
    about,
    rows: rows.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] as const])),
  };
}
