#pragma once
// One message, parsed once into a tree that any number of threads may walk. (icu::MessageFormat may be used by one at a
// time.)
#include "platform/i18n/message.hpp"

#include <memory>
#include <optional>

namespace i18n {

/// ICU MessageFormat 1 with plain arguments, number, plural, selectordinal and select; dates come as text, already
/// formatted.
class Pattern {
public:
    /// The source must outlive it. A source that is no pattern breaks an invariant: the generator has checked every
    /// catalogue.
    Pattern(std::string_view source, Language language);
    ~Pattern();
    Pattern(Pattern&&) noexcept;
    Pattern& operator=(Pattern&&) noexcept;

    /// An argument that is not given is left empty. A number stands as plain digits, except where the pattern says
    /// {x, number} or # inside a plural: there its digits are grouped.
    [[nodiscard]] std::string filled(const std::vector<Argument>& arguments) const;

    struct Part;

private:
    std::string_view source_; ///< The whole text of a message without arguments and quotes, and then parts_ is empty.
    std::vector<Part> parts_;
    Language language_;
};

} // namespace i18n
