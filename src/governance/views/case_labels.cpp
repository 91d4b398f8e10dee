#include "governance/views/case_labels.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace governance {

/// A key made of an area and the name of an enumerator; the catalogue has one for each (tests/case_labels_test.cpp).
template <class E>
static std::string case_word(const http::Call& call, std::string_view area, E value) {
    return call.t.by_name(std::string{area}.append(json::name_of(value)));
}

std::string label(const http::Call& call, CaseState state) {
    return case_word(call, "case.state.", state);
}
std::string label(const http::Call& call, Outcome outcome) {
    return case_word(call, "case.outcome.", outcome);
}
std::string label(const http::Call& call, DocumentKind kind) {
    return case_word(call, "document.kind.", kind);
}
std::string label(const http::Call& call, DocumentState state) {
    return case_word(call, "document.state.", state);
}
std::string label(const http::Call& call, ShieldField field) {
    return case_word(call, "shield.field.", field);
}
std::string label(const http::Call& call, ConcernScope scope) {
    return case_word(call, "concern.scope.", scope);
}
std::string label(const http::Call& call, i18n::Language language) {
    return call.t.by_name(fmt::format("language.{}", i18n::code(language)));
}

struct Look {
    ui::Tone tone;
    ui::Icon icon;
};

static Look look_of(Outcome outcome) {
    switch (outcome) {
    case Outcome::adopted:
    case Outcome::amended:
        return {ui::Tone::success, ui::Icon::checkmark_circle};
    case Outcome::rejected:
        return {ui::Tone::danger, ui::Icon::xmark_octagon};
    case Outcome::postponed:
        return {ui::Tone::warning, ui::Icon::hourglass};
    case Outcome::referred:
        return {ui::Tone::warning, ui::Icon::arrow_right};
    case Outcome::noted:
        return {ui::Tone::info, ui::Icon::information};
    }
    return {ui::Tone::neutral, ui::Icon::information};
}

static Look look_of(CaseState state) {
    switch (state) {
    case CaseState::planned:
        return {ui::Tone::neutral, ui::Icon::calendar};
    case CaseState::noticed:
        return {ui::Tone::info, ui::Icon::bell};
    case CaseState::in_preparation:
        return {ui::Tone::info, ui::Icon::pencil};
    case CaseState::on_agenda:
        return {ui::Tone::accent, ui::Icon::list};
    case CaseState::treated:
        return {ui::Tone::info, ui::Icon::gavel};
    case CaseState::final:
    case CaseState::followed_up:
        return {ui::Tone::success, ui::Icon::checkmark_circle};
    case CaseState::withdrawn:
        return {ui::Tone::neutral, ui::Icon::minus_circle};
    }
    return {ui::Tone::neutral, ui::Icon::information};
}

Html state_tag(const http::Call& call, CaseState state, std::optional<Outcome> outcome) {
    const bool shows_outcome =
        outcome && (state == CaseState::treated || state == CaseState::final || state == CaseState::followed_up);
    const auto look = shows_outcome ? look_of(*outcome) : look_of(state);
    return ui::tag(shows_outcome ? label(call, *outcome) : label(call, state), look.tone, look.icon);
}

html::Attribute language_attribute(const http::Call& call, i18n::Language language) {
    return html::attribute_if(language != call.request.language, "lang", i18n::code(language));
}

std::string size_in_words(const http::Call& call, std::uint64_t bytes) {
    if (bytes < 1000) return fmt::format("{} B", bytes);
    if (bytes < 1'000'000) return fmt::format("{} kB", (bytes + 500) / 1000);
    return call.t.decimal(static_cast<double>(bytes) / 1e6, 1) + " MB";
}

struct KnownType {
    std::string_view media_type, short_name;
    ui::Icon icon;
};

static constexpr std::array known_types{
    KnownType{"application/pdf", "PDF", ui::Icon::file_pdf},
    KnownType{"application/vnd.oasis.opendocument.text", "ODT", ui::Icon::file_text},
    KnownType{"application/vnd.oasis.opendocument.spreadsheet", "ODS", ui::Icon::file_spreadsheet},
    KnownType{"application/vnd.oasis.opendocument.presentation", "ODP", ui::Icon::file_text},
    KnownType{"image/png", "PNG", ui::Icon::file_image},
    KnownType{"image/jpeg", "JPEG", ui::Icon::file_image},
    KnownType{"image/gif", "GIF", ui::Icon::file_image},
    KnownType{"image/webp", "WebP", ui::Icon::file_image},
    KnownType{"text/plain", "TXT", ui::Icon::file_text},
};

static const KnownType* find_type(std::string_view media_type) {
    const auto bare = media_type.substr(0, media_type.find(';'));
    const auto found = std::ranges::find(known_types, bare, &KnownType::media_type);
    return found == known_types.end() ? nullptr : &*found;
}

std::string_view short_name(std::string_view media_type) {
    const auto* type = find_type(media_type);
    return type == nullptr ? media_type : type->short_name;
}

ui::Icon icon_of(std::string_view media_type) {
    const auto* type = find_type(media_type);
    return type == nullptr ? ui::Icon::document : type->icon;
}

} // namespace governance
