/** `npm run bench -- ingest`: reading exports, target look-up and resolving people, one after the other. */
export async function run(): Promise<void> {
  for (const file of ["./read-exports.js", "./target-index.js", "./resolve-people.js"]) await import(file);
}
