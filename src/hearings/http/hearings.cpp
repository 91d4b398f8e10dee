// Hearings: the list, the page, and planning.
#include "governance/case_standing.hpp"
#include "governance/governance.hpp"
#include "governance/lookups.hpp"
#include "hearings/actions/plan_hearing.hpp"
#include "hearings/actions/reach.hpp"
#include "hearings/http/handlers.hpp"
#include "hearings/http/reading.hpp"
#include "hearings/store/opened_store.hpp"
#include "hearings/texts.hpp"
#include "hearings/views/pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"

namespace hearings {

Result<http::Response> list_hearings_in(const http::Query& query) {
    const auto filter = TRY(query.request.read_query<HearingFilter>());
    const auto list = TRY(read_hearing_list(query, filter));
    return http::represent<HearingListView>(
        query, list,
        {.html = [&](const HearingListView& shown) { return hearing_list_page(query, shown, filter); },
         .csv = [&](const HearingListView& shown) { return hearing_table(query, shown); },
         .atom = [&](const HearingListView& shown) { return hearing_feed(query, shown); },
         .ics =
             [&](const HearingListView& shown) {
                 return closing_days(query, query.t(text::hearings), shown.hearings);
             }});
}

/// The organisation that the reader acts for has now read it; kept the first time.
static Result<void> keep_reading(const http::Query& query, const Services& services, const Hearing& hearing) {
    const auto own = directory::OrganisationId::parse(query.principal.organisation_id);
    if (!own || !query.principal.may(right::answer, own->to_string())) return {};
    const auto addressee = TRY(find_addressee(query.reader, hearing.id, *own));
    if (!addressee || addressee->opened_at) return {};
    return services.database.write([&](db::Transaction& transaction) {
        return record_reading({transaction, services, query.principal, query.now}, hearing, *own);
    });
}

Result<void> keep_opening(const http::Query& query, const Services& services, governance::CaseId id,
                          std::string_view number) {
    const auto own = directory::OrganisationId::parse(query.principal.organisation_id);
    if (!own || !query.principal.may(right::answer, own->to_string())) return {};
    if (TRY(has_opened(query.reader, id, *own))) return {};
    return services.database.write([&](db::Transaction& transaction) {
        return record_opening({transaction, services, query.principal, query.now}, id, number, *own);
    });
}

Result<http::Response> show_hearing(const http::Query& query, const Services& services) {
    const auto hearing = TRY(hearing_in_path(query.reader, query.request));
    TRY(keep_reading(query, services, hearing));
    const auto view = TRY(read_hearing(query, hearing));
    HearingExtras extras;
    if (query.wants_html()) {
        auto drawn =
            TRY(map_of_answers(query, TRY(addressees_of(query.reader, hearing.id)), query.t(text::hearing_map)));
        extras.map = std::move(drawn.picture);
        extras.attribution = std::move(drawn.attribution);
        extras.voices = TRY(read_voices(query, hearing));
        extras.may_hold = TRY(governance::case_standing(query.reader, hearing.case_id, query.today()))
                              .allows(query.principal, right::hold);
    }
    return http::represent<HearingView>(
        query, view,
        {.html = [&](const HearingView& shown) { return hearing_page(query, shown, extras); },
         .csv = [&](const HearingView& shown) { return answer_table(query, shown); },
         .atom = [&](const HearingView& shown) { return answer_feed(query, shown); }});
}

static std::vector<ui::Choice> as_choices(const std::vector<directory::OrganisationSummary>& all) {
    std::vector<ui::Choice> choices;
    for (const auto& one : all)
        choices.push_back({.value = one.slug, .label = one.name, .hint = {}});
    return choices;
}

/// The form for the case named in the address, or in what was sent.
static Result<Html> plan_form(const http::Query& query, const ui::FormState& state) {
    const auto number = state.values ? state.values->first("caseNumber") : query.request.query.first("case");
    const auto id = TRY(governance::case_by_number(query.reader, number.value_or("")));
    const auto standing = TRY(governance::case_standing(query.reader, id, query.today()));
    if (!standing.allows(query.principal, right::hold)) TRY(query.principal.require(right::hold));
    const auto language = query.request.language;
    const auto card = TRY(governance::case_card(query.reader, id, query.today(), language));
    PlanChoices choices{{card.title, card.path}, standing.number, standing.hearing_days_min, {}, {}, {}};
    for (const auto& document : standing.documents)
        choices.documents.push_back({.value = document.id.to_string(), .label = document.title, .hint = {}});
    choices.counties = as_choices(TRY(directory::counties_on(query.reader, query.today(), language)));
    choices.networks = as_choices(TRY(
        directory::organisations_of_kind(query.reader, directory::OrganisationKind::network, query.today(), language)));
    return plan_hearing_page(query, state, choices);
}

Result<http::Response> show_plan_form(const http::Query& query) {
    return http::html_document(TRY(plan_form(query, {})));
}

Result<http::Response> plan_hearing_sent(const http::Command& command) {
    const auto sent = command.request.read<NewHearing>();
    if (!sent) return ui::answer_failure(command, sent.error(), plan_form);
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        const Acting acting{transaction, command.services, command.principal, command.now};
        const auto id = TRY(plan_hearing(acting, *sent));
        return TRY(load_hearing(transaction, id)).path();
    });
    if (!path) return ui::answer_failure(command, path.error(), plan_form);
    return ui::answer_created(command, *path);
}

} // namespace hearings
