import { UndirectedGraph } from "graphology";
import { checkId, compareCodeUnits, WarmpathError } from "../base/index.js";
import type { InteractionRecord, Person, Tie } from "../people/index.js";
import { checkPerson, checkTie } from "./check-records.js";
import type { GraphLike } from "./graph-like.js";
import { flipEvidence, mergeEvidence } from "./merge-evidence.js";
import { mergePerson } from "./merge-person.js";
import { checkSnapshot, FORMAT, type NetworkSnapshot, VERSION } from "./snapshot.js";

/** What {@link Network.import} takes: what every reader gives, or records made by hand. */
export interface NetworkImport {
  readonly people: readonly Person[];
  readonly ties: readonly Tie[];
  readonly interactions?: readonly InteractionRecord[];
}

/** A tie as the network keeps it: `from` is the one of the two whose side the evidence is told from. */
export interface KnownTie extends Tie {
  readonly visibility: "shared" | "private";
}

/** A tie that changed since a revision, for those who keep something compiled. */
export interface TieChange {
  readonly from: string;
  readonly to: string;
}

/**
 * Who knows whom: people, and undirected ties with their evidence, on a graphology graph.
 *
 * Ids are any well-formed strings. The order in which people, ties and files come never matters: the same records give
 * the same network.
 * @example
 * const network = new Network();
 * network.addPerson({ id: "ada" });
 * network.addPerson({ id: "ben" });
 * network.addTie({ from: "ada", to: "ben", evidence: { closeness: 0.8 } });
 */
export class Network {
  readonly #graph = new UndirectedGraph<NodeAttributes, EdgeAttributes>();
  readonly #doNotAsk = new Set<string>();
  #shape = 0;
  #changes: TieChange[] = [];

  /** The graphology graph: node keys `p:` + id, node attributes the person, edge attributes the tie. Read-only. */
  get graph(): GraphLike {
    return this.#graph as unknown as GraphLike;
  }

  /** Number of people. */
  get size(): number {
    return this.#graph.order;
  }

  /** Number of ties. */
  get tieCount(): number {
    return this.#graph.size;
  }

  /** Rises whenever people, the set of ties, or who may be asked changes. */
  get shape(): number {
    return this.#shape;
  }

  /** Ties whose evidence has changed since the shape last did, in order of change. */
  get tieChanges(): readonly TieChange[] {
    return this.#changes;
  }

  /**
   * Adds a person, or joins what is new to what is known of the id; the given fields win.
   * @throws WarmpathError `INVALID_PERSON`, `INVALID_ID`; nothing is changed then.
   */
  addPerson(person: Person): void {
    checkPerson(person);
    const known = this.person(person.id);
    this.#setPerson(known === undefined ? person : { ...known, ...definedOf(person) });
  }

  /**
   * Adds a tie between two known people, or joins its evidence to what is known of the two.
   * @throws WarmpathError `UNKNOWN_PERSON`, `INVALID_TIE` (one person with himself), `INVALID_EVIDENCE`, `INVALID_ID`;
   * nothing is changed then.
   */
  addTie(tie: Tie): void {
    checkTie(tie);
    if (tie.from === tie.to) throw new WarmpathError("INVALID_TIE", "a tie is between two different people");
    for (const id of [tie.from, tie.to]) {
      if (!this.has(id))
        throw new WarmpathError("UNKNOWN_PERSON", "a tie's people are to be added before it");
    }
    this.#joinTie(tie, "given");
  }

  /**
   * Takes in what a reader gave: people of the same id are joined, ties too, interactions go to the tie of their two
   * people (which is made where there is none). Ties of a person with himself are left out. All or nothing.
   * @throws WarmpathError `INVALID_PERSON`, `INVALID_TIE`, `INVALID_EVIDENCE`, `INVALID_ID`, `UNKNOWN_PERSON`.
   */
  import(records: NetworkImport): void {
    const ties = [...records.ties, ...(records.interactions ?? []).map(tieOf)];
    const coming = new Set<string>();
    for (const person of records.people) {
      checkPerson(person);
      coming.add(person.id);
    }
    for (const tie of ties) {
      checkTie(tie);
      if (!(coming.has(tie.from) || this.has(tie.from)) || !(coming.has(tie.to) || this.has(tie.to))) {
        throw new WarmpathError(
          "UNKNOWN_PERSON",
          "an import's tie names a person who is neither in it nor known",
        );
      }
    }
    for (const person of records.people) {
      const known = this.person(person.id);
      this.#setPerson(known === undefined ? person : mergePerson(known, person));
    }
    for (const tie of ties) if (tie.from !== tie.to) this.#joinTie(tie, "read");
  }

  has(id: string): boolean {
    return this.#graph.hasNode(keyOf(id));
  }

  /** The person of an id, `undefined` where nobody has it. */
  person(id: string): Person | undefined {
    const key = keyOf(id);
    return this.#graph.hasNode(key) ? this.#graph.getNodeAttributes(key) : undefined;
  }

  /** Everybody, in code-unit order of ids. */
  people(): Person[] {
    return this.#graph.mapNodes((_, person) => person as Person).sort((a, b) => compareCodeUnits(a.id, b.id));
  }

  /** The tie between two people with its evidence told from `a`'s side, `undefined` where none is known. */
  tie(a: string, b: string): KnownTie | undefined {
    const edge = this.#edge(a, b);
    if (edge === undefined) return undefined;
    const tie = this.#graph.getEdgeAttributes(edge);
    return tie.from === a ? tie : { ...tie, from: a, to: b, evidence: flipEvidence(tie.evidence) };
  }

  /** Every tie, in code-unit order of its two ids (the smaller one first), told from the side it is kept on. */
  ties(): KnownTie[] {
    const keyed = this.#graph.mapEdges((_, tie) => ({ tie: tie as KnownTie, ends: endsOf(tie) }));
    keyed.sort((x, y) => compareCodeUnits(x.ends[0], y.ends[0]) || compareCodeUnits(x.ends[1], y.ends[1]));
    return keyed.map(({ tie }) => tie);
  }

  /** Ids of those who are tied to `id`, in code-unit order; none for an unknown id. */
  neighbors(id: string): string[] {
    if (!this.has(id)) return [];
    return this.#graph.mapNeighbors(keyOf(id), (_, person) => (person as Person).id).sort(compareCodeUnits);
  }

  /** How many ties `id` has. */
  degree(id: string): number {
    return this.has(id) ? this.#graph.degree(keyOf(id)) : 0;
  }

  /** How many people are tied to both: the common friends of the two. */
  commonNeighbors(a: string, b: string): number {
    if (!this.has(a) || !this.has(b)) return 0;
    const [few, many] = this.degree(a) <= this.degree(b) ? [a, b] : [b, a];
    let count = 0;
    this.#graph.forEachNeighbor(keyOf(few), (key) => {
      if (key !== keyOf(many) && this.#graph.hasEdge(key, keyOf(many))) count++;
    });
    return count;
  }

  /**
   * Marks someone who is never to be asked, or takes the mark away. He stays in the network and in no path's middle.
   * @throws WarmpathError `UNKNOWN_PERSON`.
   */
  setDoNotAsk(id: string, doNotAsk: boolean): void {
    if (!this.has(checkId(id)))
      throw new WarmpathError("UNKNOWN_PERSON", "the one not to ask is to be a known person");
    if (doNotAsk === this.#doNotAsk.has(id)) return;
    if (doNotAsk) this.#doNotAsk.add(id);
    else this.#doNotAsk.delete(id);
    this.#shapeChanged();
  }

  /** Ids of all who are never to be asked, in code-unit order. */
  doNotAsk(): string[] {
    return [...this.#doNotAsk].sort(compareCodeUnits);
  }

  /** The network as plain JSON: the same bytes for the same network, however it came together. */
  toJSON(): NetworkSnapshot {
    return {
      format: FORMAT,
      version: VERSION,
      people: this.people(),
      ties: this.ties(),
      doNotAsk: this.doNotAsk(),
    };
  }

  /**
   * The network that a snapshot holds.
   * @throws WarmpathError `INVALID_SNAPSHOT`, `SNAPSHOT_NEWER`, and what {@link Network.import} throws.
   */
  static fromJSON(snapshot: unknown): Network {
    const { people, ties, doNotAsk } = checkSnapshot(snapshot);
    const network = new Network();
    network.import({ people, ties });
    for (const id of doNotAsk) network.setDoNotAsk(id, true);
    return network;
  }

  /** True where {@link setDoNotAsk} marked the person. */
  isDoNotAsk(id: string): boolean {
    return this.#doNotAsk.has(id);
  }

  #setPerson(person: Person): void {
    this.#graph.mergeNode(keyOf(person.id));
    this.#graph.replaceNodeAttributes(keyOf(person.id), { ...person });
    this.#shapeChanged();
  }

  #joinTie(tie: Tie, how: "given" | "read"): void {
    const edge = this.#edge(tie.from, tie.to);
    if (edge === undefined) {
      const kept = keptTie(tie);
      this.#graph.addEdgeWithKey(edgeKey(kept), keyOf(kept.from), keyOf(kept.to), { ...kept });
      this.#shapeChanged();
      return;
    }
    const known = this.#graph.getEdgeAttributes(edge);
    const told = keptTie(tie).evidence;
    const merged = mergeEvidence(known.evidence, told);
    const closeness = how === "given" && told.closeness !== undefined ? { closeness: told.closeness } : {};
    const visibility = strictest(known.visibility, tie.visibility);
    this.#graph.replaceEdgeAttributes(edge, { ...known, evidence: { ...merged, ...closeness }, visibility });
    if (visibility === known.visibility) this.#changes.push({ from: tie.from, to: tie.to });
    else this.#shapeChanged();
  }

  #edge(a: string, b: string): string | undefined {
    const [from, to] = [keyOf(a), keyOf(b)];
    if (!this.#graph.hasNode(from) || !this.#graph.hasNode(to)) return undefined;
    return this.#graph.edge(from, to);
  }

  #shapeChanged(): void {
    this.#shape++;
    this.#changes = [];
  }
}

type NodeAttributes = Person & Record<string, unknown>;
type EdgeAttributes = KnownTie & Record<string, unknown>;

/** graphology breaks on bare keys such as `constructor` (threats.md, trap 1). */
function keyOf(id: string): string {
  return `p:${id}`;
}

function edgeKey(tie: Tie): string {
  return JSON.stringify(endsOf(tie));
}

function endsOf({ from, to }: Tie): readonly [string, string] {
  return from < to ? [from, to] : [to, from];
}

/** A tie is kept from the side of its smaller id, so that the order of imports leaves no trace. */
function keptTie(tie: Tie): KnownTie {
  const visibility = tie.visibility ?? "shared";
  const evidence = mergeEvidence(tie.evidence, {});
  return tie.from < tie.to
    ? { from: tie.from, to: tie.to, evidence, visibility }
    : { from: tie.to, to: tie.from, evidence: mergeEvidence(flipEvidence(evidence), {}), visibility };
}

function tieOf({ from, to, at, direction, kind }: InteractionRecord): Tie {
  return { from, to, evidence: { interactions: [{ at, direction, kind }] } };
}

function strictest(known: KnownTie["visibility"], coming: Tie["visibility"]): KnownTie["visibility"] {
  return known === "private" || coming === "private" ? "private" : "shared";
}

function definedOf(person: Person): Person {
  return Object.fromEntries(
    Object.entries(person).filter(([, value]) => value !== undefined),
  ) as unknown as Person;
}
