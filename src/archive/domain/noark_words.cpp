#include "archive/domain/noark_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace archive {

std::string_view journal_kind(governance::DocumentRole kind) {
    switch (kind) {
    case governance::DocumentRole::saksframlegg:
        return "Saksframlegg";
    case governance::DocumentRole::hoeringssvar:
        return "Inngående dokument";
    default:
        return "Organinternt dokument uten oppfølging";
    }
}

std::string_view document_type(governance::DocumentRole kind) {
    static constexpr std::array<std::string_view, 5> words{"Saksframlegg", "Vedlegg", "Protokoll", "Notat",
                                                           "Høringssvar"};
    return words[static_cast<std::size_t>(kind)];
}

std::string_view case_status(governance::CaseState state) {
    switch (state) {
    case governance::CaseState::final:
    case governance::CaseState::followed_up:
        return "Avsluttet";
    case governance::CaseState::withdrawn:
        return "Utgår";
    default:
        return "Under behandling";
    }
}

std::string_view meeting_item_type(governance::ItemKind kind) {
    static constexpr std::array<std::string_view, 4> words{"Politisk sak", "Godkjenning av protokoll", "Orientering",
                                                           "Eventuelt"};
    return words[static_cast<std::size_t>(kind)];
}

std::string_view member_function(governance::AppointmentRole role) {
    static constexpr std::array<std::string_view, 6> words{"Leder",      "Nestleder", "Medlem",
                                                           "Varamedlem", "Sekretær",  "Observatør"};
    return words[static_cast<std::size_t>(role)];
}

std::string_view ballot_word(governance::Choice choice) {
    static constexpr std::array<std::string_view, 3> words{"Ja", "Nei", "Blankt"};
    return words[static_cast<std::size_t>(choice)];
}

std::string_view outcome_word(governance::Outcome outcome) {
    static constexpr std::array<std::string_view, 6> words{"Vedtatt som innstilt", "Vedtatt med endringer",
                                                           "Ikke vedtatt",         "Utsatt",
                                                           "Sendt annet organ",    "Tatt til orientering"};
    return words[static_cast<std::size_t>(outcome)];
}

std::string_view linked_item_type(governance::ItemKind kind) {
    static constexpr std::array<std::string_view, 4> words{"politiskSak", "godkjenning", "orienteringssak", "annet"};
    return words[static_cast<std::size_t>(kind)];
}

std::string format_of(std::string_view media_type) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> known{
        {{"application/pdf", "PDF"},
         {"text/plain", "TXT"},
         {"text/csv", "CSV"},
         {"application/json", "JSON"},
         {"image/png", "PNG"},
         {"image/jpeg", "JPEG"},
         {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX"},
         {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"},
         {"application/vnd.oasis.opendocument.text", "ODT"},
         {"application/zip", "ZIP"}}};
    const auto plain = media_type.substr(0, media_type.find(';'));
    const auto found = std::ranges::find(known, plain, &std::pair<std::string_view, std::string_view>::first);
    return found == known.end() ? "BIN" : std::string{found->second};
}

} // namespace archive
