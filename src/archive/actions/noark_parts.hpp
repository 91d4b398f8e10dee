#pragma once
// Elements of Noark 5 that stand in several places. Their order is the schema's.
#include "archive/actions/noark_source.hpp"
#include "platform/xml/writer.hpp"

#include <optional>

namespace archive {

inline constexpr const char* shielded_title = "Skjermet";

struct NoarkNote {
    std::string kind, text;
    Instant at;
    std::string who;
};
void write_note(xml::Writer&, const NoarkNote&);
/// One skjerming for all that is shielded of a folder; nothing when nothing is.
void write_shields(xml::Writer&, const std::vector<governance::ShieldAccount>&);
void write_shield_of_document(xml::Writer&, const governance::ShieldAccount&);
/// korrespondansepart, which every registration must have.
void write_party(xml::Writer&, std::string_view kind, std::string_view name);
void write_retention(xml::Writer&, const RetentionRule&, Date newest_closed);
/// The hjemler of all, each once.
std::string bases_of(const std::vector<governance::ShieldAccount>&);
/// "1. …\n2. …"
std::string numbered(const std::vector<std::string>& points);
/// Who sent what, as the journals have it: kind of party, name.
struct NoarkParty {
    std::string kind, name;
};
NoarkParty party_of(const governance::CaseAccount&, const governance::DocumentAccount&);

} // namespace archive
