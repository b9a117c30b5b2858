export { plannerTools } from "./planner-tools.js";
export type { JsonSchema, ObjectSchema, PersonCard, PlannerToolsOptions, Tool, ToolResult } from "./tool.js";
