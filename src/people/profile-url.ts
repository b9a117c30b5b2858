import { checkShape } from "../base/index.js";
/**
 * The one form of a LinkedIn profile's address: `https://www.linkedin.com/in/<slug>` with the slug percent-decoded, NFC and
 * lower case. Country subdomain, language suffix, query, slash and missing scheme do not matter. Opaque member ids
 * (`/in/ACoAA…`) keep their case; the old `/pub/…` form keeps its path. Undefined for all else (companies, Sales Navigator).
 *
 * @example normalizeProfileUrl("de.linkedin.com/in/Zo%C3%AB-x/en?trk=1") === "https://www.linkedin.com/in/zoë-x"
 */
export function normalizeProfileUrl(url: string): string | undefined {
  checkShape(url, "text", "url");
  if (url.length > 1024) return undefined;
  const match = PROFILE.exec(url.trim());
  if (match === null) return undefined;
  const [, kind = "", path = ""] = match;
  const segments = path.split("/").filter((segment) => segment !== "");
  const slug = segments[0];
  if (slug === undefined) return undefined;
  if (kind.toLowerCase() === "pub") return ROOT + ["pub", ...segments.slice(0, 4)].map(decodeSlug).join("/");
  const name = MEMBER_ID.test(slug) ? slug : decodeSlug(slug);
  return name === "" ? undefined : `${ROOT}in/${name}`;
}

function decodeSlug(slug: string): string {
  // Most are in small letters already.
  if (/^[a-z0-9-]+$/.test(slug)) return slug;
  let decoded = slug;
  try {
    decoded = decodeURIComponent(slug).replace(/%/g, "%25");
  } catch {
    // A broken escape: the slug as it stands is still one and the same for all its copies.
  }
  return decoded
    .toLowerCase()
    .normalize("NFC")
    .replace(/[/?#\s]+/g, "");
}

const ROOT = "https://www.linkedin.com/";
const PROFILE = /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)?linkedin\.com\/(in|pub)\/([^?#\s]+)/i;
const MEMBER_ID = /^AC[or][A-Z]A[A-Za-z0-9_-]{20,}$/;
