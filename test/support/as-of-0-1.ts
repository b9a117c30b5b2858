/** A snapshot in the form of 0.1, which had no checksum, with some parts of it replaced. */
export function asOf0_1(
  { checksum: _, ...snapshot }: object & { readonly checksum: string },
  parts: object = {},
): Readonly<Record<string, unknown>> {
  return { ...snapshot, version: 1, ...parts };
}
