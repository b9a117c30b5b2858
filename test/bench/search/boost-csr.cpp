// Builds Boost's compressed sparse row graph from the arcs of a file, and prints the least milliseconds of processor time of three builds: one direction, then both.
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <utility>
#include <vector>

struct Cost {
  double cost;
};

template <class Direction>
double least(const std::vector<std::pair<int32_t, int32_t>>& arcs, const std::vector<double>& probabilities, int32_t nodes) {
  using Graph = boost::compressed_sparse_row_graph<Direction, boost::no_property, Cost, boost::no_property, int32_t, uint32_t>;
  double best = INFINITY;
  for (int round = 0; round < 3; round++) {
    const clock_t start = clock();
    std::vector<Cost> costs(probabilities.size());
    for (size_t i = 0; i < costs.size(); i++) costs[i].cost = -std::log(probabilities[i]);
    Graph graph(boost::edges_are_unsorted_multi_pass, arcs.begin(), arcs.end(), costs.begin(), nodes);
    const double took = 1000.0 * (clock() - start) / CLOCKS_PER_SEC;
    if (num_edges(graph) != arcs.size()) return NAN;
    best = std::min(best, took);
  }
  return best;
}

int main(int, char** args) {
  FILE* file = fopen(args[1], "rb");
  int32_t head[2];
  if (!file || fread(head, 4, 2, file) != 2) return 1;
  const size_t size = head[1];
  std::vector<int32_t> sources(size), targets(size);
  std::vector<double> probabilities(size);
  if (fread(sources.data(), 4, size, file) != size || fread(targets.data(), 4, size, file) != size ||
      fread(probabilities.data(), 8, size, file) != size)
    return 1;
  std::vector<std::pair<int32_t, int32_t>> arcs(size);
  for (size_t i = 0; i < size; i++) arcs[i] = {sources[i], targets[i]};
  printf("%f %f\n", least<boost::directedS>(arcs, probabilities, head[0]), least<boost::bidirectionalS>(arcs, probabilities, head[0]));
}
