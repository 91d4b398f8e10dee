#pragma once
// A hearing: a question to chosen parts of the sector, open for a time, public from the day it is planned.
#include "directory/ids.hpp"
#include "directory/size.hpp"
#include "governance/ids.hpp"
#include "hearings/ids.hpp"
#include "platform/i18n/message.hpp"
#include "platform/json/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace hearings {

/// planned ──opens_on──▶ open ──the day after closes_on──▶ closed. The day decides; nothing has to happen. Until it is
/// closed it may be withdrawn, which nothing leads out of.
enum class HearingState : std::uint8_t { planned, open, closed, withdrawn };
BOOST_DESCRIBE_ENUM(HearingState, planned, open, closed, withdrawn)

/// no_capacity: the organisation has seen it and cannot look into it. That is an answer; silence is none.
enum class Stance : std::uint8_t { support, support_if, against, no_capacity };
BOOST_DESCRIBE_ENUM(Stance, support, support_if, against, no_capacity)

using directory::Size;
using directory::size_of;

enum class AudienceKind : std::uint8_t { municipalities, counties, county, size, network, named };
BOOST_DESCRIBE_ENUM(AudienceKind, municipalities, counties, county, size, network, named)

/// A part of the sector. county: its municipalities; network: its members.
struct Audience {
    AudienceKind kind = AudienceKind::municipalities;
    std::optional<directory::OrganisationId> organisation{}; ///< Of county, network and named.
    std::optional<Size> size{};
};

/// With options it is a choice of one of them, else it is answered in words.
struct Question {
    std::string text;
    std::vector<std::string> options;
};

/// The closing day moved to a later one.
struct Extension {
    Date from, to;
    std::string reason;
    Instant extended_at;
};

/// Called off before it closed. What was answered stays to be read, and is counted nowhere.
struct Withdrawn {
    Instant at;
    std::string reason;
};

struct Hearing {
    HearingId id;
    int year = 0, serial = 0;
    governance::CaseId case_id;
    std::optional<governance::BodyId> body; ///< Whose rules gave days_min.
    i18n::Language language = i18n::Language::nb;
    std::string title, text; ///< The text is Markdown.
    std::vector<Question> questions;
    std::vector<Audience> audience;
    std::vector<governance::DocumentId> documents;
    Date opens_on, closes_on; ///< The last day on which answers are taken.
    int days_min = 0;         ///< As the rules were when it was planned.
    int remind_days = 0;      ///< The silent are reminded so many days before it closes; 0: never.
    Instant planned_at;
    std::int64_t planned_sequence = 0; ///< Of its event in the journal.
    bool is_invented = false;
    std::vector<Extension> extensions{}; ///< In the order they came.
    std::optional<Withdrawn> withdrawn{};
    int changes = 0;    ///< How often its closing day moved, or it was withdrawn.
    Instant changed_at; ///< The last such time; when it was planned before there was any.

    [[nodiscard]] HearingState state_on(Date today) const;
    /// The first day on which the silent are reminded; nothing when nobody is.
    [[nodiscard]] std::optional<Date> remind_from() const;
    [[nodiscard]] std::string key() const;  ///< "2026-3"
    [[nodiscard]] std::string path() const; ///< "/hearings/2026-3"
};

/// The first day on which a hearing that opens on the day may close.
Date earliest_closing(Date opens_on, int days_min);

/// Year and serial of "2026-3"; nothing when it is not of that form.
struct HearingNumber {
    int year = 0, serial = 0;
};
std::optional<HearingNumber> hearing_number(std::string_view key);

} // namespace hearings
