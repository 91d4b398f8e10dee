#pragma once
// What is sent to the sector's voice, as forms and JSON.
#include "platform/json/described.hpp"
#include "voice/words.hpp"

namespace voice {

enum class WrittenForm : std::uint8_t { nb, nn };
BOOST_DESCRIBE_ENUM(WrittenForm, nb, nn)

struct NewPosition {
    WrittenForm language = WrittenForm::nb;
    Line<200> title;
    Prose<20000> statement; ///< Markdown.
    Line<80> addressee;     ///< Organisation number, number or the last part of its address.
    Line<200> occasion;
    Date stated_on;
    Line<20> case_number;               ///< "26/00012": the case with the decision it rests on.
    std::optional<Line<20>> supersedes; ///< Number of the position it takes the place of.
};
BOOST_DESCRIBE_STRUCT(NewPosition, (),
                      (language, title, statement, addressee, occasion, stated_on, case_number, supersedes))

struct Withdrawal {
    Line<500> reason;
};
BOOST_DESCRIBE_STRUCT(Withdrawal, (), (reason))

struct NewResponse {
    Prose<4000> response;
    Date responded_on;
};
BOOST_DESCRIBE_STRUCT(NewResponse, (), (response, responded_on))

struct NewHindrance {
    WrittenForm language = WrittenForm::nb;
    Line<200> title;
    Line<200> law;
    std::optional<Line<100>> provision;
    Prose<4000> hinders;
    Prose<2000> who_is_hit;
    Prose<4000> proposal;
};
BOOST_DESCRIBE_STRUCT(NewHindrance, (), (language, title, law, provision, hinders, who_is_hit, proposal))

struct HindranceMove {
    HindranceState to = HindranceState::assessed;
    Line<1000> note;
    std::optional<Line<20>> case_number;
    std::optional<Line<20>> position; ///< Its number.
};
BOOST_DESCRIBE_STRUCT(HindranceMove, (), (to, note, case_number, position))

} // namespace voice
