#pragma once
// What an expert body thinks of a case before another body takes it up: one line for each layer of interoperability,
// for privacy and for security. Source of the layers: Rammeverk for digital samhandling (Digdir), after the EIF.
#include "governance/ids.hpp"
#include "hearings/ids.hpp"
#include "platform/json/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hearings {

/// Norwegian terms of the framework: juridisk, organisatorisk, semantisk, teknisk; personvern; informasjonssikkerhet.
enum class Layer : std::uint8_t { legal, organisational, semantic, technical, privacy, security };
BOOST_DESCRIBE_ENUM(Layer, legal, organisational, semantic, technical, privacy, security)

enum class Verdict : std::uint8_t { in_order, reservation, not_in_order, not_relevant };
BOOST_DESCRIBE_ENUM(Verdict, in_order, reservation, not_in_order, not_relevant)

struct AssessedLayer {
    Layer layer = Layer::legal;
    Verdict verdict = Verdict::in_order;
    std::string text;
};

/// required ──deliver──▶ delivered;   required ──withdraw──▶ withdrawn
enum class AssessmentState : std::uint8_t { required, delivered, withdrawn };
BOOST_DESCRIBE_ENUM(AssessmentState, required, delivered, withdrawn)

struct Assessment {
    AssessmentId id;
    governance::CaseId case_id;
    governance::BodyId assessor; ///< Fagråd or faggruppe.
    governance::BodyId before;   ///< The body that waits for it.
    AssessmentState state = AssessmentState::required;
    Instant required_at;
    std::optional<Instant> settled_at; ///< Delivered or withdrawn.
    std::string conclusion;            ///< Of the delivered one; of the withdrawn one the reason.
    std::vector<AssessedLayer> layers; ///< Of the delivered one, each layer once, in their order.

    /// What a case waits for, by name.
    [[nodiscard]] std::string hold_name() const { return "hearings.assessment." + id.to_string(); }
    [[nodiscard]] std::string path() const { return "/assessments/" + id.to_string(); }
};

/// The layers that are missing, or stand there twice.
std::vector<Layer> missing_layers(const std::vector<AssessedLayer>&);
/// True when what the verdict says has to be explained.
bool needs_words(Verdict);

} // namespace hearings
