// What secretary and members send.
#include "live/domain/errors.hpp"
#include "live/http/handlers.hpp"
#include "live/views/pages.hpp"
#include "platform/ui/form_again.hpp"

#include <fmt/format.h>

namespace live {

namespace {

ui::FormPage secretary_form(const Surroundings& around) {
    return [&around](const http::Query& query, const ui::FormState& state) -> Result<Html> {
        return secretary_page(query, TRY(read_secretary(query, *around.rooms)), state);
    };
}

ui::FormPage member_form(const Surroundings& around) {
    return [&around](const http::Query& query, const ui::FormState& state) -> Result<Html> {
        return member_page(query, TRY(read_member(query, *around.rooms)), state);
    };
}

/// The meeting in the address and who acts in it.
Result<InMeeting> in_meeting(const http::Command& command, db::Transaction& transaction) {
    const auto meeting = TRY(governance::meeting_at(transaction, command.request.path_value("meeting")));
    return InMeeting{transaction, command.services, command.principal, command.now, meeting.id};
}

std::string page_below(const http::Command& command, std::string_view path) {
    return fmt::format("/meetings/{}/live{}", command.request.path_value("meeting"), path);
}

template <class IdType>
Result<IdType> id_in(const http::Command& command, std::string_view name, const ErrorCode& otherwise) {
    const auto id = IdType::parse(command.request.path_value(name));
    if (!id) return otherwise.error();
    return *id;
}

/// Runs the change once for each request key, and leads back to the page that it was sent from.
template <class Change>
Shown once(const http::Command& command, const ui::FormPage& form, std::string_view page, Change&& change) {
    const auto back = page_below(command, page);
    const auto done = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        TRY(change(TRY(in_meeting(command, transaction))));
        return back;
    });
    if (!done) return ui::answer_failure(command, done.error(), form);
    return ui::answer_changed(command, back);
}

template <class Sent, class Change>
Shown once_with(const http::Command& command, const ui::FormPage& form, std::string_view page, Change&& change) {
    const auto sent = command.request.read<Sent>();
    if (!sent) return ui::answer_failure(command, sent.error(), form);
    return once(command, form, page, [&](const InMeeting& in) { return change(in, *sent); });
}

constexpr std::string_view secretary_path = "/secretary";

} // namespace

Shown take_up_item_sent(const http::Command& command, const Surroundings& around) {
    return once_with<ItemNow>(command, secretary_form(around), secretary_path,
                              [](const InMeeting& in, const ItemNow& sent) { return take_up_item(in, sent.item); });
}

Shown set_limits_sent(const http::Command& command, const Surroundings& around) {
    return once_with<LimitsSent>(
        command, secretary_form(around), secretary_path, [](const InMeeting& in, const LimitsSent& sent) {
            return set_limits(in, {sent.speech_s_max, sent.reply_s_max, sent.ballots_may_change});
        });
}

Shown call_speaker_sent(const http::Command& command, const Surroundings& around) {
    const auto speaker = TRY(id_in<SpeakerId>(command, "speaker", speaker_not_found));
    return once(command, secretary_form(around), secretary_path,
                [&](const InMeeting& in) { return call_speaker(in, speaker); });
}

Shown end_speech_sent(const http::Command& command, const Surroundings& around) {
    const auto speaker = TRY(id_in<SpeakerId>(command, "speaker", speaker_not_found));
    return once(command, secretary_form(around), secretary_path,
                [&](const InMeeting& in) { return end_speech(in, speaker); });
}

Shown open_ballot_sent(const http::Command& command, const Surroundings& around) {
    return once_with<NewBallot>(
        command, secretary_form(around), secretary_path,
        [](const InMeeting& in, const NewBallot& sent) { return open_members_ballot(in, sent); });
}

Shown close_ballot_sent(const http::Command& command, const Surroundings& around) {
    const auto ballot = TRY(id_in<BallotId>(command, "ballot", ballot_not_found));
    return once_with<BallotClosing>(
        command, secretary_form(around), secretary_path,
        [&](const InMeeting& in, const BallotClosing& sent) { return close_ballot(in, ballot, sent); });
}

Shown abandon_ballot_sent(const http::Command& command, const Surroundings& around) {
    const auto ballot = TRY(id_in<BallotId>(command, "ballot", ballot_not_found));
    return once_with<Abandonment>(
        command, secretary_form(around), secretary_path,
        [&](const InMeeting& in, const Abandonment& sent) { return abandon_members_ballot(in, ballot, sent); });
}

Shown ask_for_floor_sent(const http::Command& command, const Surroundings& around) {
    return once_with<FloorWanted>(command, member_form(around), "",
                                  [](const InMeeting& in, const FloorWanted& sent) { return ask_for_floor(in, sent); });
}

Shown withdraw_from_floor_sent(const http::Command& command, const Surroundings& around) {
    const auto speaker = TRY(id_in<SpeakerId>(command, "speaker", speaker_not_found));
    // Whoever holds the meeting came from the secretary's page; a member may do no more than their own.
    const auto referer = command.request.header("referer").value_or("");
    const bool is_secretary = referer.ends_with("/live/secretary");
    return once(command, is_secretary ? secretary_form(around) : member_form(around),
                is_secretary ? secretary_path : std::string_view{},
                [&](const InMeeting& in) { return withdraw_from_floor(in, speaker); });
}

Shown cast_vote_sent(const http::Command& command, const Surroundings& around) {
    const auto ballot = TRY(id_in<BallotId>(command, "ballot", ballot_not_found));
    return once_with<NewCast>(command, member_form(around), "",
                              [&](const InMeeting& in, const NewCast& sent) { return cast_vote(in, ballot, sent); });
}

Shown declare_sent(const http::Command& command, const Surroundings& around) {
    return once_with<NewDeclaration>(
        command, member_form(around), "", [](const InMeeting& in, const NewDeclaration& sent) {
            return governance::declare_own_impartiality(in, sent.item, sent.ground, std::string{sent.reason});
        });
}

} // namespace live
