#include "platform/i18n/translator.hpp"

#include "platform/ensure.hpp"
#include "platform/i18n/numbers.hpp"
#include "platform/i18n/pattern.hpp"
#include "platform/texts.hpp"

#include <algorithm>
#include <cmath>
#include <unicode/coll.h>
#include <unordered_map>

namespace i18n {

namespace text = platform::text;

std::string_view code(Language language) {
    static constexpr std::string_view codes[language_count] = {"nb", "nn", "se", "en"};
    return codes[static_cast<std::size_t>(language)];
}

std::optional<Language> language_of(std::string_view code_given) {
    for (std::size_t i = 0; i < language_count; ++i) {
        if (code(static_cast<Language>(i)) == code_given) return static_cast<Language>(i);
    }
    return {};
}

std::string_view path_prefix(Language language) {
    static constexpr std::string_view prefixes[language_count] = {"", "/nn", "/se", "/en"};
    return prefixes[static_cast<std::size_t>(language)];
}

std::string_view own_name(Language language) {
    static constexpr std::string_view names[language_count] = {"Bokmål", "Nynorsk", "Davvisámegiella", "English"};
    return names[static_cast<std::size_t>(language)];
}

using Index = std::unordered_map<std::string_view, Message>;

/// The parsed patterns of one language; where one is missing, bokmål's.
class Translator::Patterns {
public:
    Patterns(const std::vector<const Catalogue*>& catalogues, Language language, std::shared_ptr<const Index> index)
        : language_{language}, index_{std::move(index)} {
        for (const auto* catalogue : catalogues) {
            auto& patterns = modules_.emplace_back(Module{catalogue, {}}).patterns;
            patterns.reserve(catalogue->entries.size());
            for (const auto& entry : catalogue->entries) {
                const auto own = entry.patterns[static_cast<std::size_t>(language)];
                const auto spoken = own.empty() ? Language::nb : language;
                patterns.push_back({Pattern{entry.patterns[static_cast<std::size_t>(spoken)], spoken}, spoken});
            }
        }
    }

    struct Spoken {
        Pattern pattern;
        Language language;
    };

    [[nodiscard]] const Spoken& find(const Message& message) const {
        const auto is_its = [&](const Module& module) { return module.catalogue == message.catalogue; };
        const auto module = std::find_if(modules_.begin(), modules_.end(), is_its);
        ensure(module != modules_.end()); // else the catalogue is not among those the library was made of
        return module->patterns.at(message.index);
    }

    [[nodiscard]] const Message* find(std::string_view key) const {
        const auto found = index_->find(key);
        return found == index_->end() ? nullptr : &found->second;
    }

    [[nodiscard]] Language language() const { return language_; }

private:
    struct Module {
        const Catalogue* catalogue;
        std::vector<Spoken> patterns;
    };
    Language language_;
    std::vector<Module> modules_;
    std::shared_ptr<const Index> index_;
};

Translator::Translator(std::shared_ptr<const Patterns> patterns) : patterns_{std::move(patterns)} {}

Language Translator::language() const {
    return patterns_->language();
}

std::string Translator::operator()(const Message& message) const {
    return patterns_->find(message).pattern.filled({});
}

std::string Translator::operator()(const Filled& filled) const {
    return patterns_->find(filled.message).pattern.filled(filled.arguments);
}

Text Translator::text(const Filled& filled) const {
    const auto& spoken = patterns_->find(filled.message);
    return {spoken.pattern.filled(filled.arguments), spoken.language};
}

std::string Translator::by_name(std::string_view key, const std::vector<Argument>& arguments) const {
    const auto* message = patterns_->find(key);
    return message ? patterns_->find(*message).pattern.filled(arguments) : std::string{};
}

/// Errors carry days and times as their ISO text, for machines; people read them as a date.
static std::string spoken_value(const Translator& translator, const std::string& content) {
    if (const auto day = parse_date(content)) return translator.date(*day);
    if (const auto moment = parse_instant(content)) return translator.date_time(*moment);
    return content;
}
static std::int64_t spoken_value(const Translator&, std::int64_t content) {
    return content;
}

/// A right is called what the pages that give it call it; those that only machines hold go by their name.
static std::string spoken_right(const Translator& translator, const std::string& name) {
    const auto words = translator.by_name("right." + name, {});
    return words.empty() ? name : words;
}

/// The words of an error; its code where a catalogue is not loaded, so that there always is something to search for.
static std::string problem_words(const Translator& translator, std::string_view error_code, std::string_view part,
                                 const ErrorValues& values) {
    std::vector<Argument> arguments;
    for (const auto& [name, value] : values) {
        if (const auto* right = std::get_if<std::string>(&value); right && name == "right") {
            arguments.emplace_back(name, spoken_right(translator, *right));
            continue;
        }
        std::visit(
            [&, &argument_name = name](const auto& content) {
                arguments.emplace_back(argument_name, spoken_value(translator, content));
            },
            value);
    }
    auto words = translator.by_name("problem." + std::string{error_code} + std::string{part}, arguments);
    return words.empty() ? std::string{error_code} : words;
}

std::string Translator::title_of(const Error& error) const {
    return problem_words(*this, error.code, ".title", error.values);
}

std::string Translator::detail_of(const Error& error) const {
    return problem_words(*this, error.code, ".detail", error.values);
}

std::string Translator::detail_of(const Fault& fault) const {
    return problem_words(*this, fault.code, ".detail", fault.values);
}

std::string Translator::number(std::int64_t amount) const {
    return grouped(amount, language());
}

std::string Translator::decimal(double amount, int digits) const {
    return with_decimals(amount, digits, language());
}

std::string Translator::percent(double share) const {
    const auto tenths = std::round(share * 1000);
    const bool is_whole = std::fmod(tenths, 10) == 0;
    return (*this)(text::number_percent({.amount = decimal(tenths / 10, is_whole ? 0 : 1)}));
}

static const icu::Collator& norwegian_collator() {
    static const auto collator = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<const icu::Collator> made{icu::Collator::createInstance(icu::Locale{"nb"}, status)};
        ensure(U_SUCCESS(status));
        return made;
    }();
    return *collator;
}

int Translator::compare(std::string_view left, std::string_view right) const {
    const auto piece = [](std::string_view words) {
        return icu::StringPiece{words.data(), static_cast<std::int32_t>(words.size())};
    };
    UErrorCode status = U_ZERO_ERROR;
    const auto order = norwegian_collator().compareUTF8(piece(left), piece(right), status);
    return U_SUCCESS(status) ? order : left.compare(right);
}

Library::Library(std::vector<const Catalogue*> catalogues) {
    // Dates and numbers are spelled with the platform's own catalogue.
    const bool has_platform = std::find(catalogues.begin(), catalogues.end(), &text::catalogue) != catalogues.end();
    if (!has_platform) catalogues.push_back(&text::catalogue);
    auto index = std::make_shared<Index>();
    for (const auto* catalogue : catalogues) {
        for (std::size_t i = 0; i < catalogue->entries.size(); ++i) {
            index->try_emplace(catalogue->entries[i].key, Message{catalogue, static_cast<std::uint16_t>(i)});
        }
    }
    for (std::size_t i = 0; i < language_count; ++i) {
        translators_.emplace_back(
            std::make_shared<const Translator::Patterns>(catalogues, static_cast<Language>(i), index));
    }
}

const Translator& Library::in(Language language) const {
    return translators_[static_cast<std::size_t>(language)];
}

} // namespace i18n
