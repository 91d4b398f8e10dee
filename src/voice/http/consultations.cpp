#include "voice/actions/consultations.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"
#include "voice/actions/speakers.hpp"
#include "voice/domain/errors.hpp"
#include "voice/http/consultations.hpp"
#include "voice/http/handlers.hpp"
#include "voice/http/reading_consultations.hpp"
#include "voice/rights.hpp"
#include "voice/store/consultation_store.hpp"
#include "voice/texts.hpp"
#include "voice/views/consultation_labels.hpp"
#include "voice/views/consultation_pages.hpp"

#include <fmt/format.h>

namespace voice {

static csv::Table consultation_table(const http::Call& call, const ConsultationListView& list) {
    csv::Table table{{"number", "year", "point", "counterpart", "heldOn", "items", "settled", "url"}, {}};
    for (const auto& row : list.consultations) {
        table.rows.push_back({row.number, std::to_string(row.year), std::string{json::name_of(row.point)},
                              row.counterpart.name, to_string(row.held_on), std::to_string(row.items),
                              std::to_string(row.settled), call.public_url + call.url(row.url)});
    }
    return table;
}

static std::string meeting_words(const http::Call& call, const ConsultationRow& row) {
    return fmt::format("{}: {}", consultation_title(call, row), row.counterpart.name);
}

static feed::Feed consultation_feed(const http::Call& call, const ConsultationListView& list) {
    auto made = http::page_feed(call, call.public_url + "/consultations", call.t(text::consultations),
                                call.public_url + call.url("/consultations"));
    for (const auto& row : list.consultations) {
        made.updated = std::max(made.updated, row.changed_at);
        made.entries.push_back({.id = "urn:uuid:" + row.id.to_string(),
                                .title = meeting_words(call, row),
                                .url = call.public_url + call.url(row.url),
                                .updated = row.changed_at,
                                .author = "Samband",
                                .summary = call.t(text::consultation_items({.count = row.items})),
                                .categories = {std::string{json::name_of(row.point)}}});
    }
    return made;
}

/// The meetings, and the deadlines of what follows from them.
static calendar::Calendar consultation_calendar(const http::Call& call, const ConsultationListView& list) {
    calendar::Calendar made{call.t(text::consultations), std::string{i18n::code(call.request.language)}, {}};
    for (const auto& row : list.consultations) {
        calendar::Event event;
        event.uid = row.id.to_string();
        event.whole_day = row.held_on;
        event.title = meeting_words(call, row);
        event.place = row.place;
        event.url = call.public_url + call.url(row.url);
        event.changed_at = row.changed_at;
        event.sequence = static_cast<int>(row.version - 1);
        made.events.push_back(std::move(event));
    }
    for (const auto& due : list.follow_ups) {
        calendar::Event event;
        event.uid = due.id.to_string();
        event.whole_day = due.due_on;
        event.title = fmt::format("{}: {}", call.t(text::follow_up_due), due.what);
        event.description = due.owner.name;
        event.url = call.public_url + call.url(due.url);
        event.changed_at = due.agreed_at;
        made.events.push_back(std::move(event));
    }
    return made;
}

/// People see one year: this one, or the last in which there were meetings. Machines get all, unless they ask.
static Result<std::optional<int>> year_shown(const http::Query& query, std::optional<int> asked) {
    if (asked || !query.wants_html()) return asked;
    const auto years = TRY(store::consultation_years(query.reader));
    const int this_year = static_cast<int>(query.today().year());
    if (years.empty()) return std::optional<int>{};
    return std::optional{std::ranges::find(years, this_year) == years.end() ? years.front() : this_year};
}

Result<http::Response> list_consultations(const http::Query& query) {
    const auto asked = TRY(query.request.read_query<ConsultationQuestion>());
    const auto year = TRY(year_shown(query, asked.year));
    const bool may_speak = query.principal.may(right::speak);
    return http::represent<ConsultationListView>(
        query, TRY(read_consultations(query, year)),
        {.html = [&](const ConsultationListView& shown) { return consultations_page(query, shown, may_speak); },
         .csv = [&](const ConsultationListView& shown) { return consultation_table(query, shown); },
         .atom = [&](const ConsultationListView& shown) { return consultation_feed(query, shown); },
         .ics = [&](const ConsultationListView& shown) { return consultation_calendar(query, shown); }});
}

Result<ConsultationView> consultation_in_path(const http::Query& query) {
    return read_consultation(query, query.request.path_value("consultation"));
}

Result<http::Response> show_consultation(const http::Query& query) {
    const auto view = TRY(consultation_in_path(query));
    const bool may_speak = query.principal.may(right::speak);
    auto response = http::represent<ConsultationView>(query, view, {.html = [&](const ConsultationView& shown) {
                                                          return consultation_page(query, shown, may_speak);
                                                      }});
    response.version = view.version;
    return response;
}

Result<http::Response> list_cost_methods(const http::Query& query) {
    return http::represent<CostMethodListView>(query, {cost_methods()}, {.html = [&](const CostMethodListView& shown) {
                                                   return cost_methods_page(query, shown);
                                               }});
}

Acting consulting(const http::Command& command, db::Transaction& transaction) {
    return {transaction, command.services, command.principal, command.now};
}

static Result<Html> new_consultation_form(const http::Query& query, const ui::FormState& state) {
    const auto speakers = TRY(speakers_on(query.reader, query.today(), query.request.language));
    return new_consultation_page(query, state, speakers);
}

Result<http::Response> show_new_consultation_form(const http::Query& query) {
    return http::html_document(TRY(new_consultation_form(query, {})));
}

Result<http::Response> plan_consultation_sent(const http::Command& command) {
    const auto sent = command.request.read<NewConsultation>();
    if (!sent) return ui::answer_failure(command, sent.error(), new_consultation_form);
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        return TRY(plan_consultation(consulting(command, transaction), *sent)).url();
    });
    if (!path) return ui::answer_failure(command, path.error(), new_consultation_form);
    return ui::answer_created(command, *path);
}

static Result<Html> consultation_move_form(const http::Query& query, const ui::FormState& state) {
    return consultation_move_page(query, state, TRY(consultation_in_path(query)));
}

Result<http::Response> show_consultation_move_form(const http::Query& query) {
    return http::html_document(TRY(consultation_move_form(query, {})));
}

Result<http::Response> move_consultation_sent(const http::Command& command) {
    const auto sent = command.request.read<ConsultationMove>();
    if (!sent) return ui::answer_failure(command, sent.error(), consultation_move_form);
    const auto changed = command.write([&](db::Transaction& transaction) -> Result<Consultation> {
        return move_consultation(consulting(command, transaction), command.request.path_value("consultation"), *sent,
                                 command.request.expected_version());
    });
    if (!changed) return ui::answer_failure(command, changed.error(), consultation_move_form);
    return ui::answer_changed(command, changed->url(), changed->version);
}

} // namespace voice
