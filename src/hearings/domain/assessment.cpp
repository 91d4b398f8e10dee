#include "hearings/domain/assessment.hpp"

#include <algorithm>

namespace hearings {

std::vector<Layer> missing_layers(const std::vector<AssessedLayer>& assessed) {
    std::vector<Layer> missing;
    for (const auto layer : json::enumerator_values<Layer>) {
        if (std::ranges::count(assessed, layer, &AssessedLayer::layer) != 1) missing.push_back(layer);
    }
    return missing;
}

bool needs_words(Verdict verdict) {
    return verdict == Verdict::reservation || verdict == Verdict::not_in_order;
}

} // namespace hearings
