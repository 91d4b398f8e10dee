#pragma once
// Texts, numbers and dates in one language. ICU stays behind translator.cpp.
#include "platform/clock.hpp"
#include "platform/error.hpp"
#include "platform/i18n/message.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace i18n {

/// "nb", "nn", "se", "en"; also the value of the HTML lang attribute.
std::string_view code(Language);
std::optional<Language> language_of(std::string_view code);
/// "" for bokmål, "/nn", "/se", "/en": what stands before every path.
std::string_view path_prefix(Language);
/// The language's own name, for the menu.
std::string_view own_name(Language);

/// A text with the language it really is in: a missing translation falls back to bokmål and is marked so in HTML.
struct Text {
    std::string words;
    Language language;
};

/// Speaks one language. Thread-safe and cheap to copy (a pointer to parsed patterns).
class Translator {
public:
    [[nodiscard]] Language language() const;
    std::string operator()(const Message&) const;
    std::string operator()(const Filled&) const;
    [[nodiscard]] Text text(const Filled&) const;
    /// By name, for keys that come from data (event types, error codes, states): "" when no catalogue has it.
    [[nodiscard]] std::string by_name(std::string_view key, const std::vector<Argument>& arguments = {}) const;

    [[nodiscard]] std::string title_of(const Error&) const;  ///< problem.CODE.title
    [[nodiscard]] std::string detail_of(const Error&) const; ///< problem.CODE.detail with the error's values
    [[nodiscard]] std::string detail_of(const Fault&) const;

    [[nodiscard]] std::string number(std::int64_t) const;        ///< "5 585 868"
    [[nodiscard]] std::string decimal(double, int digits) const; ///< "95,5"
    [[nodiscard]] std::string percent(double share) const;       ///< 0.955 → "95,5 %"
    [[nodiscard]] std::string date(Date) const;                  ///< "4. mars 2026"
    [[nodiscard]] std::string short_date(Date) const;            ///< "4. mars" (this year's context is the caller's)
    [[nodiscard]] std::string weekday_date(Date) const;          ///< "onsdag 4. mars 2026"
    [[nodiscard]] std::string time(Instant) const;               ///< "10.00", Norwegian time
    [[nodiscard]] std::string date_time(Instant) const;          ///< "4. mars 2026 kl. 10.00"
    [[nodiscard]] std::string days_from(Date today, Date day) const; ///< "i dag", "om 3 dager", "for 2 dager siden"
    /// Norwegian alphabetical order (… z æ ø å, aa as å).
    [[nodiscard]] int compare(std::string_view left, std::string_view right) const;

    class Patterns;
    explicit Translator(std::shared_ptr<const Patterns> patterns);

private:
    std::shared_ptr<const Patterns> patterns_;
};

/// All catalogues of the program in all languages.
class Library {
public:
    explicit Library(std::vector<const Catalogue*> catalogues);
    [[nodiscard]] const Translator& in(Language) const;

private:
    std::vector<Translator> translators_;
};

} // namespace i18n
