import { shown } from "../drafts/index.js";
import { cell } from "./page-frame.js";

/** A picture with a name and a description for those who hear the page. `id` is to be unique on its page. */
export function svg(
  picture: {
    readonly id: string;
    readonly width: number;
    readonly height: number;
    readonly title: string;
    readonly description: string;
  },
  marks: readonly string[],
): string {
  const { id, title, description } = picture;
  const [width, height] = [tenth(picture.width), tenth(picture.height)];
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${id}-t ${id}-d" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title id="${id}-t">${cell(title)}</title><desc id="${id}-d">${cell(description)}</desc>${marks.join("")}</svg>`;
}

/** A coordinate, rounded to a tenth so that every machine writes the same bytes. */
export function tenth(value: number): string {
  return String(Math.round(value * 10) / 10 || 0);
}

/** A bar or a box. */
export function rect(className: string, x: number, y: number, width: number, height: number): string {
  return `<rect class="${className}" x="${tenth(x)}" y="${tenth(y)}" width="${tenth(Math.max(0, width))}" height="${tenth(height)}" rx="3"/>`;
}

/** A straight line. */
export function line(className: string, x1: number, y1: number, x2: number, y2: number): string {
  return `<line class="${className}" x1="${tenth(x1)}" y1="${tenth(y1)}" x2="${tenth(x2)}" y2="${tenth(y2)}"/>`;
}

/** A line of text, cut to about as many letters as `width` holds. */
export function label(
  text: string,
  x: number,
  y: number,
  { width = 1000, className, anchor }: { width?: number; className?: string; anchor?: "middle" | "end" } = {},
): string {
  const fits = shown(text, Math.max(4, Math.floor(width / LETTER)), 40) ?? "";
  const more = `${className === undefined ? "" : ` class="${className}"`}${anchor === undefined ? "" : ` text-anchor="${anchor}"`}`;
  return `<text x="${tenth(x)}" y="${tenth(y)}"${more}>${cell(fits)}</text>`;
}

/** Mean width of a letter at 13 px, a guess on the wide side. */
const LETTER = 7.2;
