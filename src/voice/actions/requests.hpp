#pragma once
// What is sent to the sector's voice, as forms and JSON.
#include "governance/ids.hpp"
#include "platform/json/described.hpp"
#include "voice/words.hpp"

namespace voice {

enum class WrittenForm : std::uint8_t { nb, nn };
BOOST_DESCRIBE_ENUM(WrittenForm, nb, nn)

struct NewPosition {
    WrittenForm language = WrittenForm::nb;
    Line<200> title;
    Words<20000> statement; ///< Markdown.
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
    Words<4000> response;
    Date responded_on;
};
BOOST_DESCRIBE_STRUCT(NewResponse, (), (response, responded_on))

struct NewHindrance {
    WrittenForm language = WrittenForm::nb;
    Line<200> title;
    Line<200> law;
    std::optional<Line<100>> provision;
    Words<4000> hinders;
    Words<2000> who_is_hit;
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

struct NewConsultation {
    WrittenForm language = WrittenForm::nb;
    ConsultationPoint point = ConsultationPoint::first;
    Line<80> counterpart; ///< A state body: organisation number, number or the last part of its address.
    Date held_on;
    std::optional<Line<200>> place;
    Prose<8000> introduction;                        ///< Markdown.
    std::vector<governance::AppointmentId> speakers; ///< Seats that they hold on the day.
};
BOOST_DESCRIBE_STRUCT(NewConsultation, (), (language, point, counterpart, held_on, place, introduction, speakers))

struct ConsultationMove {
    Date held_on;
    std::optional<Line<200>> place;
    Line<500> reason;
};
BOOST_DESCRIBE_STRUCT(ConsultationMove, (), (held_on, place, reason))

struct NewConsultationItem {
    Line<200> title;
    Prose<8000> text;                 ///< Markdown.
    std::vector<Line<20>> positions;  ///< Their numbers, "P-2026-3".
    std::vector<Line<20>> hindrances; ///< "R-2026-3"
    std::vector<Line<20>> cases;      ///< "26/00012"
};
BOOST_DESCRIBE_STRUCT(NewConsultationItem, (), (title, text, positions, hindrances, cases))

struct CostInput {
    Line<60> name;   ///< As the method has it.
    Line<40> amount; ///< "1 234,5" or "1234.5", at most four decimals.
    std::optional<Line<300>> source;
};
BOOST_DESCRIBE_STRUCT(CostInput, (), (name, amount, source))

struct NewCalculation {
    CostSide side = CostSide::sector;
    Line<60> method;          ///< Its code; the version that holds on the day is used.
    int price_level_year = 0; ///< The year in whose kroner it is counted.
    std::vector<CostInput> inputs;
    Prose<2000> note;
};
BOOST_DESCRIBE_STRUCT(NewCalculation, (), (side, method, price_level_year, inputs, note))

struct NewOutcome {
    ConsultationOutcome outcome = ConsultationOutcome::agreed;
    Line<2000> words;
    Date decided_on;
};
BOOST_DESCRIBE_STRUCT(NewOutcome, (), (outcome, words, decided_on))

struct NewFollowUp {
    Line<300> what;
    Line<80> owner; ///< An organisation: number or the last part of its address.
    Date due_on;
};
BOOST_DESCRIBE_STRUCT(NewFollowUp, (), (what, owner, due_on))

struct FollowUpDone {
    Line<500> words;
    Date done_on;
};
BOOST_DESCRIBE_STRUCT(FollowUpDone, (), (words, done_on))

struct NewCoFundingRequest {
    WrittenForm language = WrittenForm::nb;
    Line<200> project;
    Prose<8000> summary;               ///< Markdown.
    std::optional<Line<80>> applicant; ///< Left out: the organisation one acts for.
    Line<80> recipient;                ///< The state body that the application goes to.
    std::optional<Date> received_on;   ///< Left out: today.
    Date apply_by;                     ///< The state's deadline.
    std::optional<Line<500>> exemption_reason;
};
BOOST_DESCRIBE_STRUCT(NewCoFundingRequest, (),
                      (language, project, summary, applicant, recipient, received_on, apply_by, exemption_reason))

struct NewCoFundingComment {
    CoFundingAdvice advice = CoFundingAdvice::supports;
    Prose<20000> comment;                             ///< Markdown.
    std::optional<governance::AppointmentId> speaker; ///< Left out: whoever sends it, for the secretariat.
    std::optional<Line<20>> case_number;              ///< Where a body decided it.
};
BOOST_DESCRIBE_STRUCT(NewCoFundingComment, (), (advice, comment, speaker, case_number))

struct NewCommentRule {
    Date valid_from;
    int days_min = 0;
    Line<300> basis; ///< Where it stands.
};
BOOST_DESCRIBE_STRUCT(NewCommentRule, (), (valid_from, days_min, basis))

struct NewStateHearing {
    WrittenForm language = WrittenForm::nb;
    Line<200> title;
    Prose<8000> summary; ///< Markdown.
    Line<80> sender;     ///< A state body.
    std::optional<Line<100>> reference;
    Line<500> address; ///< On the web.
    Date sent_on;
    Date deadline;
    std::optional<Line<20>> case_number; ///< Where the answer is prepared.
};
BOOST_DESCRIBE_STRUCT(NewStateHearing, (),
                      (language, title, summary, sender, reference, address, sent_on, deadline, case_number))

struct StateHearingChange {
    Date deadline;
    std::optional<Line<20>> case_number; ///< Left out: no case any more.
};
BOOST_DESCRIBE_STRUCT(StateHearingChange, (), (deadline, case_number))

struct NewStateAnswer {
    Prose<20000> statement; ///< Markdown.
    Date answered_on;
    std::optional<governance::DocumentId> document;   ///< Of the case, open to everybody.
    std::optional<governance::AppointmentId> speaker; ///< Left out: whoever sends it, for the secretariat.
};
BOOST_DESCRIBE_STRUCT(NewStateAnswer, (), (statement, answered_on, document, speaker))

struct NewStateResult {
    HearingResult result = HearingResult::followed;
    Line<2000> words;
    std::optional<Line<500>> source; ///< Where that stands on the web.
    Date happened_on;
};
BOOST_DESCRIBE_STRUCT(NewStateResult, (), (result, words, source, happened_on))

} // namespace voice
