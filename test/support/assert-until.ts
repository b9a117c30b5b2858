import fc from "fast-check";

/** Holds a property, and draws more cases of it until it has met what it is about: 20 draws without say that its cases miss that. */
export async function assertUntil<T>(
  isMet: () => boolean,
  property: fc.IRawProperty<T>,
  given?: fc.Parameters<T>,
): Promise<void> {
  const seed = given?.seed ?? fc.readConfigureGlobal().seed;
  for (let draw = 0; draw === 0 || (draw < 20 && !isMet()); draw++)
    // A seed that is fixed would draw the same cases again.
    await fc.assert(property, { ...given, ...(seed === undefined ? {} : { seed: seed + draw }) });
}
