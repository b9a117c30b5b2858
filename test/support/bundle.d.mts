/** See `bundle.mjs`. */
export function bundled(script: string): Promise<string>;
