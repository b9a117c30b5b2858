/**
 * Working memory of searches, to be used again by one after the other. A search that is started while another holds the
 * memory (inside a callback) takes memory of its own, so that nesting is always right. Never share one between threads.
 */
export class SearchScratch {
  /** Nodes visited by the last search that used this memory. */
  visited = 0;
  /** Arcs looked at by the last search that used this memory. */
  scanned = 0;
}
