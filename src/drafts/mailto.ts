import { checkShape, WarmpathError } from "../base/index.js";

/** Above this many characters some mail programs cut a `mailto:` link (RFC 6068 sets no limit). */
export const MAILTO_MAX = 2000;

/**
 * A `mailto:` link with subject and body and no other header (RFC 6068). Line ends of the body become CRLF, those of the
 * subject blanks.
 * @throws WarmpathError `INVALID_ADDRESS` where `to` is not one plain address: no `,`, `?`, `&`, `%`, blank or line end.
 */
export function mailto(mail: { to: string; subject: string; body: string }): string {
  checkShape(mail, { to: "text", subject: "text", body: "text" }, "mail");
  if (!isPlainAddress(mail.to)) {
    throw new WarmpathError("INVALID_ADDRESS", "the address is to be one plain e-mail address", {
      length: mail.to.length,
    });
  }
  const subject = encode(mail.subject.replace(/[\r\n]+/g, " "));
  const body = encode(mail.body.replace(/\r\n?|\n/g, "\r\n"));
  return `mailto:${encode(mail.to).replace("%40", "@")}?subject=${subject}${body === "" ? "" : `&body=${body}`}`;
}

/** True for one address without anything that a link or a mail header could take for more. */
export function isPlainAddress(address: string): boolean {
  return (
    address.length <= 320 &&
    /^[\p{L}\p{N}.!#$'*+/=^_`{|}~-]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(address)
  );
}

/** encodeURIComponent throws on a lone surrogate, so those become U+FFFD first. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}
