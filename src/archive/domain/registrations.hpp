#pragma once
// From a case's documents to the registrations of Noark 5: a main document each, with its attachments.
#include "governance/accounts.hpp"

#include <map>

namespace archive {

struct Registration {
    const governance::DocumentAccount* main = nullptr;
    std::vector<const governance::DocumentAccount*> attachments;
    int number = 1; ///< In the case: journalpostnummer.
};

/// In the order the main documents came. Attachments go with the case paper (saksframlegg), or with the first main
/// document when there is none; where all documents are attachments, each is a registration of its own.
std::vector<Registration> registrations_of(const std::vector<governance::DocumentAccount>&);

/// A number for each registration of a journal: 1, 2, 3 … in each year, in the order they came.
class JournalNumbers {
public:
    void add(const Registration&);
    /// Gives the numbers; call once, after the last add().
    void settle();
    struct Place {
        int year = 0, number = 0;
        auto operator<=>(const Place&) const = default;
    };
    [[nodiscard]] Place of(governance::DocumentId main) const;
    [[nodiscard]] std::size_t size() const { return places_.size(); }

private:
    std::map<std::pair<Instant, governance::DocumentId>, Place> by_time_;
    std::map<governance::DocumentId, Place> places_;
};

} // namespace archive
