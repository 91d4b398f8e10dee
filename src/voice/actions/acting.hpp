#pragma once
#include "platform/services.hpp"
#include "voice/domain/co_funding.hpp"
#include "voice/domain/consultation.hpp"
#include "voice/domain/hindrance.hpp"
#include "voice/domain/position.hpp"
#include "voice/domain/state_hearing.hpp"

namespace voice {

/// What every action here is given: the transaction it stands in, who does it and when.
struct Acting {
    db::Transaction& transaction;
    const Services& services;
    const Principal& principal;
    Instant now;

    [[nodiscard]] Date today() const { return norwegian_date(now); }
    /// Appends an event about the position, its case and its addressee, and puts its words into the search index.
    Result<void> tell(std::string_view type, const Position&, journal::Body = {}) const;
    /// The same about a hindrance and who reported it.
    Result<void> tell(std::string_view type, const Hindrance&, journal::Body = {}) const;
    /// The same about a meeting of consultation and the state body it is held with; more: what else it is about.
    Result<void> tell(std::string_view type, const Consultation&, journal::Body = {},
                      std::vector<journal::Subject> more = {}) const;
    /// The same about a statement on an application, its applicant and the state body it goes to.
    Result<void> tell(std::string_view type, const CoFundingStatement&, journal::Body = {}) const;
    /// The same about a hearing from the state, its sender and the case where the answer is prepared.
    Result<void> tell(std::string_view type, const StateHearing&, journal::Body = {}) const;
};

/// As what somebody acts, in words that outlast the session: the role, else the organisation.
std::string standing_of(const Principal&);

} // namespace voice
