#pragma once
// The words and colours of a case's state, outcome and documents.
#include "governance/domain/case.hpp"
#include "governance/domain/document.hpp"
#include "governance/domain/shield.hpp"
#include "platform/ui/components.hpp"

namespace governance {

std::string label(const http::Call&, CaseState);
std::string label(const http::Call&, Outcome);
std::string label(const http::Call&, DocumentKind);
std::string label(const http::Call&, DocumentState);
std::string label(const http::Call&, ShieldField);
std::string label(const http::Call&, ConcernScope);
std::string label(const http::Call&, i18n::Language);

/// Where the case stands, in one tag: how it ended once it has been treated, else its state.
Html state_tag(const http::Call&, CaseState, std::optional<Outcome>);
/// The lang attribute of a text, left out when it is the page's own language.
html::Attribute language_attribute(const http::Call&, i18n::Language);
/// "612 kB", "1,2 MB": decimal units.
std::string size_in_words(const http::Call&, std::uint64_t bytes);
/// "PDF", "ODT" …
std::string_view short_name(std::string_view media_type);
ui::Icon icon_of(std::string_view media_type);

} // namespace governance
