import type { GivenSettings } from "./settings.js";

/** Settings without what these connectors had asked for. */
export function withoutRules<S extends Pick<GivenSettings, "asking">>(
  settings: S,
  gone: ReadonlySet<string>,
): S {
  const { asking } = settings;
  if (asking?.connectors?.some((rule) => gone.has(rule?.connector ?? "")) !== true) return settings;
  const connectors = asking.connectors.filter((rule) => !gone.has(rule?.connector ?? ""));
  return { ...settings, asking: { ...asking, connectors } };
}
