#pragma once
// What is sent to rounds of nominations, as forms and JSON.
#include "directory/ids.hpp"
#include "platform/json/described.hpp"
#include "representation/ids.hpp"
#include "representation/words.hpp"

#include <optional>
#include <vector>

namespace representation {

enum class WrittenForm : std::uint8_t { nb, nn };
BOOST_DESCRIBE_ENUM(WrittenForm, nb, nn)

struct NewRound {
    WrittenForm language = WrittenForm::nb;
    Line<80> body; ///< The last part of its address, or its id.
    Prose<8000> wanted;
    int seats = 0;
    Date valid_from;
    std::optional<Date> valid_to; ///< First day on which the appointments no longer hold.
    Date closes_on;
    bool is_ambassador = false;
};
BOOST_DESCRIBE_STRUCT(NewRound, (), (language, body, wanted, seats, valid_from, valid_to, closes_on, is_ambassador))

struct NewCandidate {
    Line<80> workplace;                           ///< Number or last part of the address of a municipality or county.
    std::optional<directory::PersonId> person_id; ///< When they are known; else the name.
    std::optional<Line<120>> name;
    Line<120> position;
    Prose<4000> grounds;
    std::optional<Gender> gender; ///< Only when they want to tell.
    bool has_consented = false;   ///< They know, and have said yes.
};
BOOST_DESCRIBE_STRUCT(NewCandidate, (), (workplace, person_id, name, position, grounds, gender, has_consented))

struct Choice {
    std::vector<CandidateId> candidates;
    Prose<4000> reasons;
    Prose<2000> outside_reason;  ///< Why somebody whom no network nominated.
    Prose<2000> acknowledgement; ///< What is thought of the gap that remains.
};
BOOST_DESCRIBE_STRUCT(Choice, (), (candidates, reasons, outside_reason, acknowledgement))

struct ToldGender {
    std::optional<Gender> gender; ///< Nothing takes back what was told.
};
BOOST_DESCRIBE_STRUCT(ToldGender, (), (gender))

} // namespace representation
