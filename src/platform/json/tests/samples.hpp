#pragma once
// A small case, as the tests of this folder read and write it.
#include "platform/json/described.hpp"

namespace sample {

enum class Outcome { adopted, sent_back, other_ };
BOOST_DESCRIBE_ENUM(Outcome, adopted, sent_back, other_)

struct Point {
    Line<40> text;
    std::optional<Outcome> outcome;
    bool operator==(const Point&) const = default;
};
BOOST_DESCRIBE_STRUCT(Point, (), (text, outcome))

struct Reason {
    Words<10> words;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (words))

struct NewCase {
    Line<20> title;
    Prose<30> summary;
    std::int64_t votes_for = 0;
    std::uint8_t page = 1;
    double share = 0;
    bool is_public = false;
    Date decided_on{};
    Instant opens_at{};
    std::optional<Uuid> body_id;
    Outcome outcome_{};
    std::vector<Point> points;
    std::vector<std::string> tags;
    bool operator==(const NewCase&) const = default;
};
BOOST_DESCRIBE_STRUCT(NewCase, (),
                      (title, summary, votes_for, page, share, is_public, decided_on, opens_at, body_id, outcome_,
                       points, tags))

inline constexpr std::string_view complete = R"({
    "title": "Ny løsning", "summary": "To\nlinjer", "votesFor": 12, "page": 2, "share": 95.5, "isPublic": true,
    "decidedOn": "2026-03-04", "opensAt": "2026-03-04T09:00:00Z", "bodyId": "01890a5d-ac96-774b-bcce-b302099a8057",
    "outcome": "sent_back", "points": [{"text": "Første", "outcome": "adopted"}, {"text": "Andre"}], "tags": ["arkiv", "post"]})";

/// "#/title platform.field_missing" for each fault, in order.
inline std::vector<std::string> faults_of(const Error& error) {
    std::vector<std::string> out;
    for (const auto& fault : error.faults)
        out.push_back(fault.pointer + " " + std::string{fault.code});
    return out;
}

template <class T>
std::vector<std::string> faults_of(const Result<T>& result) {
    return result ? std::vector<std::string>{} : faults_of(result.error());
}

using Faults = std::vector<std::string>;

} // namespace sample
