#include "platform/i18n/pattern.hpp"

#include "platform/ensure.hpp"
#include "platform/i18n/numbers.hpp"
#include "platform/i18n/translator.hpp"

#include <charconv>
#include <unicode/messagepattern.h>
#include <unicode/plurrule.h>

namespace i18n {

struct Branch {
    std::string selector;              ///< "one", "other", "draft" …
    std::optional<std::int64_t> exact; ///< =0
    std::vector<Pattern::Part> parts;
};

struct Pattern::Part {
    enum class Kind : std::uint8_t { text, argument, number, count, plural, ordinal, select };
    Kind kind = Kind::text;
    std::string text; ///< The words, or the argument's name; of count the name of the plural's argument.
    std::vector<Branch> branches;
};

namespace {

using Parsed = icu::MessagePattern;
using Parts = std::vector<Pattern::Part>;
using Kind = Pattern::Part::Kind;

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

/// Walks the flat list that ICU makes of a pattern, from one part to the end of what it opens.
class Walk {
public:
    explicit Walk(const Parsed& parsed) : parsed_{&parsed} {}

    /// The message that starts at the part; # stands for the plural's argument, when inside one.
    [[nodiscard]] Parts message(std::int32_t start, const std::string& counted) const {
        Parts out;
        auto from = parsed_->getPart(start).getLimit();
        const auto end = parsed_->getLimitPartIndex(start);
        for (auto i = start + 1; i <= end; ++i) {
            const auto& part = parsed_->getPart(i);
            add_text(out, between(from, part.getIndex()));
            from = part.getLimit();
            switch (part.getType()) {
            case UMSGPAT_PART_TYPE_REPLACE_NUMBER:
                out.push_back({Kind::count, counted, {}});
                break;
            case UMSGPAT_PART_TYPE_ARG_START: {
                out.push_back(argument(i));
                i = parsed_->getLimitPartIndex(i);
                from = parsed_->getPart(i).getLimit();
                break;
            }
            default:
                break;
            }
        }
        return out;
    }

private:
    [[nodiscard]] std::string between(std::int32_t from, std::int32_t to) const {
        return utf8(parsed_->getPatternString().tempSubStringBetween(from, to));
    }

    static void add_text(Parts& out, std::string words) {
        if (words.empty()) return;
        if (!out.empty() && out.back().kind == Kind::text) {
            out.back().text += words;
        } else {
            out.push_back({Kind::text, std::move(words), {}});
        }
    }

    [[nodiscard]] Pattern::Part argument(std::int32_t start) const {
        const auto name = utf8(parsed_->getSubstring(parsed_->getPart(start + 1)));
        switch (parsed_->getPart(start).getArgType()) {
        case UMSGPAT_ARG_TYPE_PLURAL:
            return {Kind::plural, name, branches(start, name)};
        case UMSGPAT_ARG_TYPE_SELECTORDINAL:
            return {Kind::ordinal, name, branches(start, name)};
        case UMSGPAT_ARG_TYPE_SELECT:
            return {Kind::select, name, branches(start, {})};
        case UMSGPAT_ARG_TYPE_SIMPLE:
            return {Kind::number, name, {}};
        default:
            return {Kind::argument, name, {}};
        }
    }

    [[nodiscard]] std::vector<Branch> branches(std::int32_t start, const std::string& counted) const {
        std::vector<Branch> out;
        const auto end = parsed_->getLimitPartIndex(start);
        for (auto i = start + 2; i < end; ++i) {
            if (parsed_->getPartType(i) != UMSGPAT_PART_TYPE_ARG_SELECTOR) continue;
            Branch branch{utf8(parsed_->getSubstring(parsed_->getPart(i))), {}, {}};
            const auto& next = parsed_->getPart(i + 1);
            const bool is_exact = next.getType() == UMSGPAT_PART_TYPE_ARG_INT;
            if (is_exact) branch.exact = next.getValue();
            const auto message_start = i + (is_exact ? 2 : 1);
            branch.parts = message(message_start, counted);
            i = parsed_->getLimitPartIndex(message_start);
            out.push_back(std::move(branch));
        }
        return out;
    }

    const Parsed* parsed_;
};

const icu::PluralRules& rules_of(Language language, bool is_ordinal) {
    static const auto rules = [] {
        std::vector<std::unique_ptr<const icu::PluralRules>> made;
        for (const auto type : {UPLURAL_TYPE_CARDINAL, UPLURAL_TYPE_ORDINAL}) {
            for (std::size_t i = 0; i < language_count; ++i) {
                UErrorCode status = U_ZERO_ERROR;
                const icu::Locale locale{std::string{code(static_cast<Language>(i))}.c_str()};
                made.emplace_back(icu::PluralRules::forLocale(locale, type, status));
                ensure(U_SUCCESS(status));
            }
        }
        return made;
    }();
    return *rules[static_cast<std::size_t>(language) + (is_ordinal ? language_count : 0)];
}

/// Puts the words together for one set of arguments.
class Filling {
public:
    Filling(const std::vector<Argument>& arguments, Language language) : arguments_{&arguments}, language_{language} {}

    void add(std::string& out, const Parts& parts) const {
        for (const auto& part : parts)
            add(out, part);
    }

private:
    [[nodiscard]] const Value* value(std::string_view name) const {
        for (const auto& argument : *arguments_) {
            if (argument.name == name) return &argument.value;
        }
        return nullptr;
    }

    [[nodiscard]] std::string text(std::string_view name) const {
        const auto* found = value(name);
        if (!found) return {};
        const auto* number = std::get_if<std::int64_t>(found);
        return number ? std::to_string(*number) : std::get<std::string>(*found);
    }

    [[nodiscard]] std::optional<std::int64_t> number(std::string_view name) const {
        const auto* found = value(name);
        if (!found) return {};
        if (const auto* number = std::get_if<std::int64_t>(found)) return *number;
        const auto& words = std::get<std::string>(*found);
        std::int64_t parsed = 0;
        const auto [end, failure] = std::from_chars(words.data(), words.data() + words.size(), parsed);
        return failure == std::errc{} && end == words.data() + words.size() ? std::optional{parsed} : std::nullopt;
    }

    void add(std::string& out, const Pattern::Part& part) const {
        switch (part.kind) {
        case Kind::text:
            out += part.text;
            return;
        case Kind::argument:
            out += text(part.text);
            return;
        case Kind::number:
        case Kind::count: {
            const auto found = number(part.text);
            out += found ? grouped(*found, language_) : text(part.text);
            return;
        }
        case Kind::select:
            return add_branch(out, part, text(part.text));
        case Kind::plural:
        case Kind::ordinal:
            return add_plural(out, part);
        }
    }

    void add_plural(std::string& out, const Pattern::Part& part) const {
        const auto found = number(part.text);
        if (!found) return add_branch(out, part, "other");
        for (const auto& branch : part.branches) {
            if (branch.exact == *found) return add(out, branch.parts);
        }
        const auto& rules = rules_of(language_, part.kind == Kind::ordinal);
        add_branch(out, part, utf8(rules.select(static_cast<double>(*found))));
    }

    void add_branch(std::string& out, const Pattern::Part& part, std::string_view selector) const {
        const Branch* other = nullptr;
        for (const auto& branch : part.branches) {
            if (branch.selector == selector) return add(out, branch.parts);
            if (branch.selector == "other") other = &branch;
        }
        if (other) add(out, other->parts);
    }

    const std::vector<Argument>* arguments_;
    Language language_;
};

} // namespace

Pattern::Pattern(std::string_view source, Language language) : source_{source}, language_{language} {
    if (source.find_first_of("{'") == std::string_view::npos) return;
    UErrorCode status = U_ZERO_ERROR;
    const auto text = icu::UnicodeString::fromUTF8({source.data(), static_cast<std::int32_t>(source.size())});
    const Parsed parsed{text, nullptr, status};
    ensure(U_SUCCESS(status));
    parts_ = Walk{parsed}.message(0, {});
}

Pattern::~Pattern() = default;
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;

std::string Pattern::filled(const std::vector<Argument>& arguments) const {
    if (parts_.empty()) return std::string{source_};
    std::string out;
    Filling{arguments, language_}.add(out, parts_);
    return out;
}

} // namespace i18n
