import { checkShape } from "../base/index.js";
/** True for the domain of a mail service that anybody may use: an address there tells nothing of where one works. */
export function isFreeMail(domain: string): boolean {
  checkShape(domain, "text", "domain");
  return FREE_MAIL.test(domain.toLowerCase());
}

const FREE_MAIL =
  /^(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|aol|icloud|me|mac|gmx|web|proton|protonmail|mail|yandex|qq|163|126)\.[a-z.]+$/;
