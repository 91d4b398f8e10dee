// Answers: reading one, giving and withdrawing.
#include "directory/directory.hpp"
#include "hearings/domain/errors.hpp"
#include "hearings/http/handlers.hpp"
#include "hearings/http/reading.hpp"
#include "hearings/views/pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"

#include <algorithm>

namespace hearings {

/// True when the reader may say something else for the organisation now.
static Result<bool> may_change(const http::Query& query, const Hearing& hearing, directory::OrganisationId id) {
    if (hearing.state_on(query.today()) != HearingState::open) return false;
    const auto voice = TRY(voice_for(query.reader, query.principal, id, query.today()));
    if (!voice) return false;
    const auto addressee = TRY(find_addressee(query.reader, hearing.id, id));
    return !voice->network || !addressee->speaks_for_itself;
}

Result<http::Response> show_answer(const http::Query& query) {
    const auto hearing = TRY(hearing_in_path(query.reader, query.request));
    const auto view = TRY(read_answer(query, hearing));
    const bool is_changeable = query.wants_html() && TRY(may_change(query, hearing, view.addressee.id));
    return http::represent<AnswerPageView>(
        query, view, {.html = [&](const AnswerPageView& shown) { return answer_page(query, shown, is_changeable); }});
}

/// For the organisation named in the address, or all that the one who asks may speak for.
static Result<Html> answer_form(const http::Query& query, const ui::FormState& state) {
    const auto hearing = TRY(hearing_in_path(query.reader, query.request));
    auto voices = TRY(read_voices(query, hearing));
    const auto wanted = query.request.query.first("organisation");
    const auto view = TRY(read_hearing(query, hearing));
    std::optional<AnswerView> before;
    if (wanted) {
        const auto one = TRY(directory::find_organisation_by_key(query.reader, *wanted));
        std::erase_if(voices, [&](const VoiceView& voice) { return voice.key != one.slug; });
    }
    if (voices.empty()) TRY(query.principal.require(right::answer, hearing.id.to_string()));
    if (voices.size() == 1) {
        const auto found = std::ranges::find_if(view.addressees, [&](const AddresseeView& addressee) {
            return addressee.organisation.url == voices.front().organisation.url;
        });
        if (found != view.addressees.end()) before = found->answer;
    }
    return answer_form_page(query, state, view, voices, before);
}

Result<http::Response> show_answer_form(const http::Query& query) {
    return http::html_document(TRY(answer_form(query, {})));
}

Result<http::Response> give_answer_sent(const http::Command& command) {
    const auto sent = command.request.read<NewAnswer>();
    if (!sent) return ui::answer_failure(command, sent.error(), answer_form);
    std::string path;
    const auto given = command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto hearing = TRY(hearing_in_path(transaction, command.request));
        path = hearing.path();
        return give_answer({transaction, command.services, command.principal, command.now}, hearing, *sent);
    });
    if (!given) return ui::answer_failure(command, given.error(), answer_form);
    return ui::answer_changed(command, path + "#answers");
}

Result<http::Response> withdraw_answer_sent(const http::Command& command) {
    std::string path;
    TRY(command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto hearing = TRY(hearing_in_path(transaction, command.request));
        path = hearing.path();
        const auto key = command.request.path_value("organisation");
        const auto organisation = directory::find_organisation_by_key(transaction, key);
        if (!organisation) return answer_not_found.error({{"organisation", std::string{key.substr(0, 40)}}});
        return withdraw_answer({transaction, command.services, command.principal, command.now}, hearing,
                               organisation->id);
    }));
    return ui::answer_changed(command, path + "#answers");
}

} // namespace hearings
