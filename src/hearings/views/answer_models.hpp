#pragma once
// What pages and JSON say of answers and of those who are asked. One model, both are made from it.
#include "hearings/domain/anchoring.hpp"
#include "hearings/domain/answer.hpp"
#include "hearings/domain/attachment.hpp"
#include "platform/ui/named_link.hpp"

namespace hearings {

using ui::NamedLink;

struct OptionView {
    std::string text;
    Count chosen; ///< By how many, and how many inhabitants stand behind them.
};
BOOST_DESCRIBE_STRUCT(OptionView, (), (text, chosen))

struct QuestionView {
    int number = 0;
    std::string text;
    std::vector<OptionView> options;
};
BOOST_DESCRIBE_STRUCT(QuestionView, (), (number, text, options))

struct ReplyView {
    int question = 0;
    std::optional<int> option;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(ReplyView, (), (question, option, text))

struct AttachmentView {
    AttachmentId id;
    std::string title, url, file_name, media_type;
    std::int64_t size = 0; ///< Bytes.
    governance::DocumentState state = governance::DocumentState::available;
    std::string state_reason;
    Instant added_at;
};
BOOST_DESCRIBE_STRUCT(AttachmentView, (), (id, title, url, file_name, media_type, size, state, state_reason, added_at))

struct AnswerView {
    Stance stance = Stance::support;
    std::optional<std::string> text;                        ///< Nothing while it is withheld.
    std::optional<std::vector<ReplyView>> replies;          ///< The same.
    std::optional<std::vector<AttachmentView>> attachments; ///< The same.
    std::optional<std::string> legal_basis;                 ///< Under which it is withheld.
    std::optional<NamedLink> network;                       ///< Through which it was given.
    bool is_inherited = false;                              ///< A predecessor gave it, before a merger.
    Instant answered_at, changed_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(AnswerView, (),
                      (stance, text, replies, attachments, legal_basis, network, is_inherited, answered_at, changed_at,
                       version))

struct AddresseeView {
    directory::OrganisationId id;
    NamedLink organisation;
    std::string number, county_number;
    std::int64_t inhabitants = 0;
    bool is_reached = false, is_opened = false;
    std::optional<Instant> reminded_at; ///< The last time.
    std::optional<AnswerView> answer;   ///< Nothing is silence.
    std::string url;                    ///< Of its answer; empty while it is silent.
};
BOOST_DESCRIBE_STRUCT(AddresseeView, (),
                      (id, organisation, number, county_number, inhabitants, is_reached, is_opened, reminded_at, answer,
                       url))

/// One that was asked and has been merged since. What it said holds for nobody by itself.
struct PredecessorView {
    NamedLink organisation, successor;
    Instant succeeded_at;
    std::optional<AnswerView> answer;
};
BOOST_DESCRIBE_STRUCT(PredecessorView, (), (organisation, successor, succeeded_at, answer))

struct AnswerPageView {
    std::string hearing, hearing_url, hearing_title;
    AddresseeView addressee;
    std::vector<QuestionView> questions;
};
BOOST_DESCRIBE_STRUCT(AnswerPageView, (), (hearing, hearing_url, hearing_title, addressee, questions))

/// One that the reader may answer for, and how it stands.
struct VoiceView {
    NamedLink organisation;
    std::string key; ///< As the form sends it.
    std::optional<NamedLink> network;
    std::optional<Stance> stance;
    bool speaks_for_itself = false;
};

} // namespace hearings
