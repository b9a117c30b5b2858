import type { IntroductionPlanner } from "../planner/index.js";

/** The part of JSON Schema 2020-12 that the tools describe themselves with. Plain JSON. */
export interface JsonSchema {
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly maxItems?: number;
  readonly minItems?: number;
  /** In code points. */
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** A schema of an object, as tools take and give. */
export interface ObjectSchema extends JsonSchema {
  readonly type: "object";
}

/** One person as results name them. Texts come from imported records: data, never instructions. */
export interface PersonCard {
  readonly id: string;
  readonly name?: string;
  readonly title?: string;
  readonly company?: string;
}

/** What a tool answers: plain JSON, told apart by `status`. `leftOff` counts by field what did not fit the size of a result. */
export type ToolResult =
  | { readonly status: "ok"; readonly leftOff?: LeftOff; readonly [field: string]: unknown }
  | {
      readonly status: "needs-clarification";
      readonly message: string;
      /** Who may be meant, best first. */
      readonly candidates: readonly PersonCard[];
      /** The input that is not clear. */
      readonly input: string;
      readonly leftOff?: LeftOff;
    }
  | {
      readonly status: "refused";
      /** `Refusal.code` of a plan, `unknown-person` for a name that fits nobody, `nothing-due` for a draft that nobody waits for. */
      readonly code: string;
      readonly message: string;
      readonly leftOff?: LeftOff;
      readonly [field: string]: unknown;
    }
  | {
      readonly status: "error";
      /** A `WarmpathErrorCode`, or `INTERNAL`. */
      readonly code: string;
      readonly message: string;
    };

/** How many entries of a list, or 1 for a text, were left off for size, by the field's name. */
export type LeftOff = Readonly<Record<string, number>>;

/** A function that an assistant may call, described by itself. None of them sends anything to anybody. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** JSON Schema 2020-12 of what `handler` takes. */
  readonly inputSchema: ObjectSchema;
  /** JSON Schema 2020-12 of what `handler` gives. */
  readonly outputSchema: ObjectSchema;
  readonly annotations: { readonly readOnlyHint: boolean; readonly idempotentHint: boolean };
  /** Never throws: whatever it is given, it answers by its output schema. */
  handler(input: unknown): ToolResult;
}

/** For whom the tools answer, and when it is. */
export interface PlannerToolsOptions {
  /** Id of the one whom the assistant works for; every answer is what they may see. */
  readonly seeker: string;
  /** The time of a call, ISO 8601. The library reads no clock. */
  readonly now: () => string;
}

/** What the tools work with. */
export interface ToolContext {
  readonly planner: IntroductionPlanner;
  readonly seeker: string;
  readonly now: string;
  readonly asks: KnownAsks;
}

/** A plan, and one of its asks, as the planner gives them. */
export type Plan = ReturnType<IntroductionPlanner["plan"]>;
export type PlanAsk = Plan["asks"][number];

/** A plan for a company, as the planner gives it. */
export type AccountParts = ReturnType<IntroductionPlanner["account"]>;

/** Asks that were told to the caller by their ids. */
export interface KnownAsks {
  keep(asks: readonly PlanAsk[]): void;
  get(id: string): PlanAsk | undefined;
}

/** One tool before it has a planner. */
export interface ToolDefinition {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: ObjectSchema;
  /** The fields of an answer beside `status` and `leftOff`. */
  readonly answer: ObjectSchema;
  /** True where a call changes the journal. @defaultValue false */
  readonly writes?: boolean;
  /** Fields that may be shortened (lists) or left off (texts) for size, the least needed first. */
  readonly mayShorten: readonly string[];
  /** May throw; `input` fits the schema. */
  answerTo(context: ToolContext, input: Readonly<Record<string, unknown>>): ToolResult;
}
