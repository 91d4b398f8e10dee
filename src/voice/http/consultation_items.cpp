// The items of a meeting of consultation: raising them, what they cost, what came of them, and what follows.
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"
#include "voice/actions/consultations.hpp"
#include "voice/domain/errors.hpp"
#include "voice/http/consultations.hpp"
#include "voice/http/handlers.hpp"
#include "voice/rights.hpp"
#include "voice/store/consultation_store.hpp"
#include "voice/texts.hpp"
#include "voice/views/consultation_labels.hpp"
#include "voice/views/consultation_pages.hpp"

#include <charconv>
#include <fmt/format.h>

namespace voice {

/// 0 when it is no number, which no item has.
static int place_in_path(const http::Request& request) {
    const auto text = request.path_value("item");
    int place = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), place);
    return fault == std::errc{} && end == text.data() + text.size() ? place : 0;
}

/// The meeting's page, with the item in the path known to be there.
static Result<ConsultationView> meeting_of_item(const http::Query& query) {
    auto view = TRY(consultation_in_path(query));
    const int place = place_in_path(query.request);
    if (place < 1 || place > view.items) return consultation_item_not_found.error();
    return view;
}

/// Makes something below a meeting, and answers with the item's place on its page.
template <class Sent, class Action>
static Result<http::Response> add_below_meeting(const http::Command& command, const ui::FormPage& form,
                                                Action&& action) {
    const auto sent = command.request.read<Sent>();
    if (!sent) return ui::answer_failure(command, sent.error(), form);
    const auto number = command.request.path_value("consultation");
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        const int place = TRY(action(consulting(command, transaction), number, *sent));
        return fmt::format("/consultations/{}#item-{}", number, place);
    });
    if (!path) return ui::answer_failure(command, path.error(), form);
    return ui::answer_created(command, *path);
}

static Result<Html> new_item_form(const http::Query& query, const ui::FormState& state) {
    return new_item_page(query, state, TRY(consultation_in_path(query)));
}

Result<http::Response> show_new_item_form(const http::Query& query) {
    return http::html_document(TRY(new_item_form(query, {})));
}

Result<http::Response> raise_item_sent(const http::Command& command) {
    return add_below_meeting<NewConsultationItem>(
        command, new_item_form, [](const Acting& acting, std::string_view number, const auto& sent) -> Result<int> {
            return TRY(raise_item(acting, number, sent)).place;
        });
}

static Result<Html> calculation_form(const http::Query& query, const ui::FormState& state) {
    const auto view = TRY(meeting_of_item(query));
    const auto asked = query.request.read_query<CalculationQuestion>();
    CalculationForm form;
    form.place = place_in_path(query.request);
    form.methods = cost_methods_on(query.today());
    form.price_level_year = static_cast<int>(query.today().year());
    std::string method = asked && asked->method ? std::string{*asked->method} : std::string{};
    if (asked && asked->side) form.side = *asked->side;
    if (state.values != nullptr) {
        method = state.value("method");
        form.side = json::enumerator_of<CostSide>(state.value("side")).value_or(CostSide::sector);
    }
    form.method = cost_method_on(method, query.today());
    return calculation_page(query, state, view, form);
}

Result<http::Response> show_calculation_form(const http::Query& query) {
    return http::html_document(TRY(calculation_form(query, {})));
}

Result<http::Response> calculate_cost_sent(const http::Command& command) {
    const int place = place_in_path(command.request);
    return add_below_meeting<NewCalculation>(
        command, calculation_form,
        [place](const Acting& acting, std::string_view number, const auto& sent) -> Result<int> {
            TRY(calculate_cost(acting, number, place, sent));
            return place;
        });
}

static Result<Html> outcome_form(const http::Query& query, const ui::FormState& state) {
    return outcome_page(query, state, TRY(meeting_of_item(query)), place_in_path(query.request));
}

Result<http::Response> show_outcome_form(const http::Query& query) {
    return http::html_document(TRY(outcome_form(query, {})));
}

Result<http::Response> record_outcome_sent(const http::Command& command) {
    const int place = place_in_path(command.request);
    return add_below_meeting<NewOutcome>(
        command, outcome_form, [place](const Acting& acting, std::string_view number, const auto& sent) -> Result<int> {
            TRY(record_outcome(acting, number, place, sent));
            return place;
        });
}

static Result<Html> follow_up_form(const http::Query& query, const ui::FormState& state) {
    return follow_up_page(query, state, TRY(meeting_of_item(query)), place_in_path(query.request));
}

Result<http::Response> show_follow_up_form(const http::Query& query) {
    return http::html_document(TRY(follow_up_form(query, {})));
}

Result<http::Response> agree_follow_up_sent(const http::Command& command) {
    const int place = place_in_path(command.request);
    return add_below_meeting<NewFollowUp>(
        command, follow_up_form,
        [place](const Acting& acting, std::string_view number, const auto& sent) -> Result<int> {
            TRY(agree_follow_up(acting, number, place, sent));
            return place;
        });
}

static Result<FollowUpId> follow_up_in_path(const http::Request& request) {
    const auto id = FollowUpId::parse(request.path_value("followUp"));
    if (!id) return follow_up_not_found.error();
    return *id;
}

static Result<std::string> meeting_number_of(db::Reader& reader, FollowUpId id) {
    const auto follow_up = TRY(store::follow_up(reader, id));
    const auto item = TRY(store::consultation_item(reader, follow_up.item));
    return TRY(store::consultation(reader, item.consultation)).number;
}

static Result<Html> follow_up_done_form(const http::Query& query, const ui::FormState& state) {
    const auto id = TRY(follow_up_in_path(query.request));
    const auto number = TRY(meeting_number_of(query.reader, id));
    const auto view = TRY(read_consultation(query, number));
    for (const auto& item : view.agenda) {
        const auto found = std::ranges::find(item.follow_ups, id, &FollowUpView::id);
        if (found != item.follow_ups.end()) return follow_up_done_page(query, state, view, *found);
    }
    return follow_up_not_found.error();
}

Result<http::Response> show_follow_up_done_form(const http::Query& query) {
    return http::html_document(TRY(follow_up_done_form(query, {})));
}

Result<http::Response> finish_follow_up_sent(const http::Command& command) {
    const auto id = TRY(follow_up_in_path(command.request));
    const auto sent = command.request.read<FollowUpDone>();
    if (!sent) return ui::answer_failure(command, sent.error(), follow_up_done_form);
    const auto number = command.write([&](db::Transaction& transaction) -> Result<std::string> {
        TRY(finish_follow_up(consulting(command, transaction), id, *sent));
        return meeting_number_of(transaction, id);
    });
    if (!number) return ui::answer_failure(command, number.error(), follow_up_done_form);
    return ui::answer_changed(command, "/consultations/" + *number);
}

} // namespace voice
