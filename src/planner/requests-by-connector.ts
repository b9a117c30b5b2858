import { addTo } from "../base/index.js";
import type { RequestStatus } from "../tracking/index.js";
import type { PlanningDay } from "./planning-day.js";

/** Requests of every kind on record by whom they were put to, the asks first. */
export function requestsByConnector({
  asks,
  questions,
}: Pick<PlanningDay, "asks" | "questions">): ReadonlyMap<string, readonly RequestStatus[]> {
  const requests = new Map<string, RequestStatus[]>();
  for (const status of asks) addTo(requests, status.ask.connector, status);
  for (const question of questions) addTo(requests, question.connector, question);
  return requests;
}
