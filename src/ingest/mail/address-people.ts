import type { Issue } from "../../base/index.js";
import {
  emailKey,
  type InteractionRecord,
  isPlaceholder,
  type Person,
  richerText,
} from "../../people/index.js";
import { isMachineAddress } from "../evidence-rules.js";
import { markNamedOnly } from "../named-only.js";
import { type Occasions, withSpells } from "../occasions.js";
import { sourceOf } from "../owned-rows.js";
import { type IdOf, idOfRow } from "../reader-id.js";

/** Somebody as a mail or an invitation names them. */
export interface NamedAddress {
  readonly name: string;
  readonly email: string;
}

/** Those whom mails and invitations name, by address: each one person, under the fullest name that any of them gives. */
export class AddressPeople {
  readonly #owner: Person;
  readonly #idOf: IdOf | undefined;
  readonly #file: string;
  readonly #issues: Issue[];
  readonly #unreadable = new Set<number>();
  readonly #own: ReadonlySet<string>;
  readonly #byKey = new Map<string, { email: string; name: string | undefined; readonly row: number }>();

  /** @param issues takes one for each row that names somebody without an address that can be read */
  constructor(owner: Person, idOf: IdOf | undefined, file: string, issues: Issue[]) {
    this.#owner = owner;
    this.#idOf = idOf;
    this.#file = file;
    this.#issues = issues;
    this.#own = new Set((owner.emails ?? []).flatMap((email) => emailKey(email) ?? []));
  }

  /** True for an address of the owner. */
  isOwn({ email }: NamedAddress): boolean {
    const key = emailKey(email);
    return key !== undefined && this.#own.has(key);
  }

  /** The key of somebody else's address; undefined for what is no address, or no person's. */
  keyOf({ name, email }: NamedAddress, row: number): string | undefined {
    const key = emailKey(email);
    if (key === undefined && !this.#unreadable.has(row)) {
      this.#unreadable.add(row);
      const message = "Somebody without a plain e-mail address; left out.";
      this.#issues.push({ code: "EMAIL_UNREADABLE", severity: "warning", message, row });
    }
    if (key === undefined || isMachineAddress(email)) return undefined;
    const known = this.#byKey.get(key);
    const told = name === "" || isPlaceholder(name) || name.includes("@") ? undefined : name;
    if (known === undefined) this.#byKey.set(key, { email, name: told, row });
    else known.name = richerText(known.name, told);
    return key;
  }

  /** The owner and all others with ids, and what passed between them by these ids. */
  finish(
    interactions: readonly InteractionRecord[],
    occasions: Occasions,
  ): { readonly people: readonly Person[]; readonly interactions: readonly InteractionRecord[] } {
    const people = new Map<string, Person>();
    for (const [key, { email, name, row }] of this.#byKey) {
      const fields = { ...(name !== undefined && { name }), emails: [email] };
      const id = idOfRow({ row, ...fields }, this.#idOf);
      people.set(key, { id, ...fields, sources: [sourceOf(this.#owner, this.#file, row)] });
    }
    const idOf = (key: string): string | undefined => people.get(key)?.id;
    const told = interactions.map((one) => ({ ...one, to: idOf(one.to) as string }));
    const spells = occasions.spells(idOf);
    const all = [this.#owner, ...people.values()].map((person) => withSpells(person, spells.get(person.id)));
    return {
      people: markNamedOnly(all, { ties: [], interactions: told }, this.#owner.id),
      interactions: told,
    };
  }
}
