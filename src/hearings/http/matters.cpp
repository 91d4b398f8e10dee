// The silence detector: what concerns an organisation and is not over, and which members of a network are silent.
#include "governance/governance.hpp"
#include "hearings/hearings.hpp"
#include "hearings/http/handlers.hpp"
#include "hearings/http/reading.hpp"
#include "hearings/store/opened_store.hpp"
#include "hearings/views/pages.hpp"
#include "platform/http/represent.hpp"

#include <algorithm>

namespace hearings {

static constexpr int matters_max = 500;
static constexpr int hearings_not_over_max = 200;
static constexpr std::chrono::days a_week{7};

Result<std::vector<Hearing>> hearings_not_over(const http::Query& query,
                                               std::optional<directory::OrganisationId> addressee) {
    std::vector<Hearing> all;
    for (const auto state : {HearingState::open, HearingState::planned}) {
        const HearingQuery wanted{.state = state, .addressee = addressee, .limit = hearings_not_over_max};
        for (auto& hearing : TRY(list_hearings(query.reader, wanted, query.today())))
            all.push_back(std::move(hearing));
    }
    return all;
}

static MatterRow matter_of_case(const governance::CaseCard& card) {
    MatterRow row;
    row.id = card.id;
    row.matter = {card.title.empty() ? card.number : card.title, card.path};
    row.number = card.number;
    row.language = i18n::code(card.language);
    row.body = {card.body_name, card.body_path};
    row.meets_on = card.next_day;
    return row;
}

/// A row for each hearing on the case that the organisation is asked in; one without when there is none.
static Result<void> add_matter(const http::Query& query, const governance::CaseCard& card,
                               const std::vector<Hearing>& hearings, directory::OrganisationId organisation,
                               bool is_opened, std::vector<MatterRow>& rows) {
    bool is_asked = false;
    for (const auto& hearing : hearings) {
        if (hearing.case_id != card.id) continue;
        is_asked = true;
        const auto addressee = TRY(find_addressee(query.reader, hearing.id, organisation));
        auto row = matter_of_case(card);
        row.hearing = TRY(row_of(query, hearing));
        row.closes_on = hearing.closes_on;
        row.is_opened = is_opened || addressee->opened_at;
        row.stance = addressee->stance;
        rows.push_back(std::move(row));
    }
    if (is_asked) return {};
    auto row = matter_of_case(card);
    if (card.input_until && *card.input_until >= query.today()) row.closes_on = card.input_until;
    row.is_opened = is_opened;
    rows.push_back(std::move(row));
    return {};
}

/// Cases that concern it, and cases that do not but whose hearings ask it.
static Result<std::vector<MatterRow>> matters_concerning(const http::Query& query,
                                                         directory::OrganisationId organisation) {
    const auto hearings = TRY(hearings_not_over(query, organisation));
    const auto opened = TRY(cases_opened_by(query.reader, organisation));
    const auto language = query.request.language;
    auto cards = TRY(governance::cases_concerning(query.reader, organisation, query.today(), matters_max, language));
    for (const auto& hearing : hearings) {
        if (std::ranges::find(cards, hearing.case_id, &governance::CaseCard::id) != cards.end()) continue;
        cards.push_back(TRY(governance::case_card(query.reader, hearing.case_id, query.today(), language)));
    }
    std::vector<MatterRow> rows;
    for (const auto& card : cards)
        TRY(add_matter(query, card, hearings, organisation, opened.contains(card.id.to_string()), rows));
    const Date in_a_week{std::chrono::sys_days{query.today()} + a_week};
    for (auto& row : rows)
        row.closes_this_week = row.closes_on && *row.closes_on < in_a_week;
    // What closes first on top; what nobody has set a day for last, by when it is treated.
    std::ranges::stable_sort(rows, {}, [](const MatterRow& row) {
        return std::pair{row.closes_on ? to_string(*row.closes_on) : "~",
                         row.meets_on ? to_string(*row.meets_on) : "~"};
    });
    return rows;
}

static Result<std::vector<SilentRow>> silent_members_of(const http::Query& query, directory::OrganisationId network) {
    std::map<directory::OrganisationId, NamedLink> members;
    for (auto& one : TRY(directory::members_of(query.reader, network, query.today(), query.request.language)))
        members[one.id] = {std::move(one.name), std::move(one.url)};
    std::vector<SilentRow> rows;
    for (const auto& hearing : TRY(hearings_not_over(query, {}))) {
        if (hearing.state_on(query.today()) != HearingState::open) continue;
        SilentRow row;
        for (const auto& one : TRY(addressees_of(query.reader, hearing.id))) {
            const auto member = members.find(one.organisation);
            if (member == members.end()) continue;
            ++row.asked;
            if (!one.stance) row.silent.push_back(member->second);
        }
        if (row.asked == 0) continue;
        row.hearing = TRY(row_of(query, hearing));
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<MattersView> read_matters(const http::Query& query, const directory::OrganisationSummary& organisation) {
    MattersView view;
    view.organisation = {organisation.name, organisation.url};
    view.url = organisation.url + "/matters";
    view.matters = TRY(matters_concerning(query, organisation.id));
    if (organisation.kind == directory::OrganisationKind::network)
        view.silent_members = TRY(silent_members_of(query, organisation.id));
    view.closing_this_week = std::ranges::count(view.matters, true, &MatterRow::closes_this_week);
    view.not_opened = std::ranges::count(view.matters, false, &MatterRow::is_opened);
    view.not_answered = std::ranges::count_if(view.matters, [](const MatterRow& row) {
        return row.hearing && row.hearing->state == HearingState::open && !row.stance;
    });
    return view;
}

Result<http::Response> show_matters(const http::Query& query) {
    const auto organisation =
        TRY(directory::find_organisation_by_key(query.reader, query.request.path_value("key"), query.request.language));
    const auto view = TRY(read_matters(query, organisation));
    return http::represent<MattersView>(
        query, view,
        {.html = [&](const MattersView& shown) { return matters_page(query, shown); },
         .csv = [&](const MattersView& shown) { return matters_table(query, shown); },
         .ics = [&](const MattersView& shown) { return matters_calendar(query, shown); }});
}

Result<Html> concerns_of_organisation(const http::Query& query, directory::OrganisationId id) {
    const auto organisation = TRY(directory::find_organisation(query.reader, id, query.request.language));
    const auto view = TRY(read_matters(query, organisation));
    if (view.matters.empty() && view.silent_members.empty()) return Html{};
    return matters_summary(query, view);
}

} // namespace hearings
