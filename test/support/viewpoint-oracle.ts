import type { Spell, Tag, Visibility } from "../../src/people/index.js";

/** What one owner told: of people, each with an address of the owner's own, and of ties, each with a context of the owner's own. */
export interface TellersFile {
  readonly owner: string;
  readonly visibility: Visibility;
  readonly people: readonly string[];
  readonly ties: readonly { readonly from: string; readonly to: string; readonly visibility: Visibility }[];
}

const STRICT: readonly Visibility[] = ["shared", "masked", "private"];
const strictest = (all: readonly Visibility[]): Visibility =>
  STRICT[Math.max(0, ...all.map((one) => STRICT.indexOf(one)))]!;

/** What one viewer (`undefined`: everybody) may see of some files, straight from the rules of the network's README, by looking at all of them. */
export class ViewpointOracle {
  constructor(
    readonly files: readonly TellersFile[],
    readonly viewer: string | undefined,
    readonly masks: boolean,
  ) {}

  get ids(): string[] {
    return [...new Set(this.files.flatMap(({ people }) => people))].sort();
  }

  /** The strictest that each owner said of a tie. */
  records(a: string, b: string): { owner: string; visibility: Visibility }[] {
    const told = this.files.flatMap(({ owner, ties }) =>
      ties
        .filter(({ from, to }) => (from === a && to === b) || (from === b && to === a))
        .map(({ visibility }) => ({ owner, visibility })),
    );
    return [...new Set(told.map(({ owner }) => owner))].map((owner) => ({
      owner,
      visibility: strictest(told.filter((one) => one.owner === owner).map(({ visibility }) => visibility)),
    }));
  }

  mark(a: string, b: string): Visibility {
    return strictest(
      this.records(a, b)
        .filter(({ owner }) => owner === a || owner === b)
        .map(({ visibility }) => visibility),
    );
  }

  /** Who told the records of a tie that may be used. */
  usable(a: string, b: string): { owner: string; visibility: Visibility }[] {
    const mark = this.mark(a, b);
    const all = this.records(a, b);
    const open = all.filter(({ owner, visibility }) => {
      if (visibility === "shared" && mark === "shared") return true;
      if (this.viewer === undefined) return false;
      const isEnd = this.viewer === a || this.viewer === b;
      if (isEnd) return owner === a || owner === b || visibility === "shared";
      return owner === this.viewer && mark !== "private";
    });
    if (open.length > 0 || !this.masks) return open;
    return all.filter(({ visibility }) => strictest([visibility, mark]) === "masked");
  }

  isAllShared(a: string, b: string): boolean {
    return this.records(a, b).every(({ visibility }) => visibility === "shared");
  }

  /** A record's reach with the mark of the ends. */
  marked(a: string, b: string, visibility: Visibility): Visibility {
    return strictest([visibility, this.mark(a, b)]);
  }

  /** What is written on a tie that may be used. */
  visibility(a: string, b: string): Visibility {
    const mark = this.mark(a, b);
    const isOpen = this.records(a, b).some(({ visibility }) => visibility === "shared") && mark === "shared";
    const isEnd = this.viewer === a || this.viewer === b;
    return isOpen
      ? "shared"
      : strictest(
          this.usable(a, b).map(({ visibility }) => (isEnd ? visibility : strictest([visibility, mark]))),
        );
  }

  mayName(id: string): boolean {
    if (id === this.viewer) return true;
    const toldBy = this.files.filter(({ people }) => people.includes(id));
    if (toldBy.some(({ owner }) => owner === this.viewer)) return true;
    const isListed = ({ owner, ties }: TellersFile): boolean =>
      owner === id || !ties.some(({ from, to }) => from === id || to === id);
    if (toldBy.some((file) => file.visibility === "shared" && isListed(file))) return true;
    const others = this.ids.filter((one) => this.records(id, one).length > 0);
    const plain = new ViewpointOracle(this.files, this.viewer, false);
    return others.some(
      (one) =>
        plain.usable(id, one).length > 0 || plain.records(id, one).some(({ owner }) => owner === this.viewer),
    );
  }

  /** True for one who is known by masked records alone. */
  isMasked(id: string): boolean {
    return (
      !this.mayName(id) &&
      (this.files.some(
        ({ people, owner, visibility }) => people.includes(id) && owner !== id && visibility === "masked",
      ) ||
        this.ids.some((one) =>
          this.records(id, one).some(
            ({ visibility }) => strictest([visibility, this.mark(id, one)]) === "masked",
          ),
        ))
    );
  }

  mayCount(id: string): boolean {
    return this.mayName(id) || (this.masks && this.isMasked(id));
  }

  /** True for a stay or a tag that an owner told of somebody who may be counted. */
  hearsItem(id: string, item: Spell | Tag, owner: string | undefined): boolean {
    if (owner === undefined || owner === this.viewer) return true;
    if ("private" in item && item.private === true) return false;
    if (owner === id) return !("kind" in item) || item.kind === "work";
    return new ViewpointOracle(this.files, undefined, false).usable(owner, id).length > 0;
  }

  /** Who told the records of a person that may be heard. */
  heard(id: string): string[] {
    const told = this.files.filter(({ people }) => people.includes(id));
    const everybody = new ViewpointOracle(this.files, undefined, false);
    const heard = told.filter(
      ({ owner, visibility }) =>
        owner === id ||
        owner === this.viewer ||
        visibility === "shared" ||
        everybody.usable(owner, id).length > 0 ||
        (this.masks && visibility === "masked" && this.isMasked(id)),
    );
    return [...new Set(heard.map(({ owner }) => owner))].sort();
  }
}
