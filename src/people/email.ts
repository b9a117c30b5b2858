import { checkShape } from "../base/index.js";
/**
 * An e-mail address as a key: trimmed, without `mailto:` and angle brackets, lower case. Undefined for what is no single
 * plain address (blanks, commas, several `@`, no dot in the domain). So no header can be smuggled into a `mailto:`.
 */
export function normalizeEmail(text: string): string | undefined {
  checkShape(text, "text", "text");
  if (text.length > MAX_EMAIL + 32) return undefined;
  const bare = text
    .trim()
    .replace(/^mailto:/i, "")
    .replace(/^<(.*)>$/, "$1");
  return bare.length <= MAX_EMAIL && ADDRESS.test(bare) ? bare.toLowerCase() : undefined;
}

/**
 * The key under which two addresses are one mailbox: the normalised address. For Gmail alone also without dots and without
 * a `+tag` in the local part, `googlemail.com` being `gmail.com`. Mail is sent to the address as written.
 */
export function emailKey(text: string): string | undefined {
  checkShape(text, "text", "text");
  const address = normalizeEmail(text);
  return address === undefined ? undefined : mailboxKey(address);
}

/** The key of an address that is normalised already. */
export function mailboxKey(address: string): string {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  if (domain !== "gmail.com" && domain !== "googlemail.com") return address;
  const local = address.slice(0, at).replace(/\+.*$/s, "").replace(/\./g, "");
  return local === "" ? address : `${local}@gmail.com`;
}

/** RFC 5321: 64 for the local part, 255 for the domain, and the sign between. */
const MAX_EMAIL = 320;
const ADDRESS = /^[^\s@,;:<>()[\]\\"?&%\p{C}]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63}$/u;
