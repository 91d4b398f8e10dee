#include "voice/http/links.hpp"
#include "voice/http/reading.hpp"
#include "voice/http/reading_consultations.hpp"
#include "voice/store/hindrance_store.hpp"
#include "voice/store/position_store.hpp"

namespace voice {

static Result<void> fill_position_row(PositionRow& row, const Position& position, Links& links) {
    row.id = position.id;
    row.number = position.number;
    row.url = position.url();
    row.title = position.title;
    row.language = i18n::code(position.language);
    row.state = position.state();
    row.addressee = TRY(links.organisation(position.addressee));
    row.occasion = position.occasion;
    row.stated_on = position.stated_on;
    row.basis = TRY(links.matter(position.case_id));
    row.has_response = position.responded_on.has_value();
    row.is_invented = position.is_invented;
    row.stated_at = position.stated_at;
    row.changed_at = position.changed_at;
    return {};
}

Result<PositionListView> read_positions(const http::Query& query, std::optional<PositionState> state) {
    PositionListView list;
    list.state = state;
    Links links{query};
    store::PositionFilter filter;
    filter.state = state;
    for (const auto& position : TRY(store::positions(query.reader, filter))) {
        TRY(fill_position_row(list.positions.emplace_back(), position, links));
    }
    return list;
}

static Result<std::optional<NamedLink>> link_to(db::Reader& reader, const std::optional<PositionId>& id) {
    if (!id) return std::optional<NamedLink>{};
    const auto found = TRY(store::position(reader, *id));
    return std::optional<NamedLink>{{found.number + " " + found.title, found.url()}};
}

Result<PositionView> read_position(const http::Query& query, std::string_view number) {
    const auto position = TRY(store::position_by_number(query.reader, number));
    Links links{query};
    PositionView view;
    TRY(fill_position_row(view, position, links));
    view.statement = position.statement;
    view.body = TRY(links.body(position.body));
    view.outcome = position.outcome;
    view.supersedes = TRY(link_to(query.reader, position.supersedes));
    view.superseded_by = TRY(link_to(query.reader, position.superseded_by));
    view.withdrawn_on = position.withdrawn_on;
    view.withdrawal_reason = position.withdrawal_reason;
    view.response = position.response;
    view.responded_on = position.responded_on;
    for (const auto& raised : TRY(store::hindrances(query.reader, {.state = {}, .position = position.id}))) {
        view.hindrances.push_back({raised.hindrance.number + " " + raised.hindrance.title, raised.hindrance.url()});
    }
    view.consultations = TRY(consultation_links(query.reader, "position", position.id.to_string()));
    view.version = position.version;
    view.happenings = TRY(journal::happenings_about(query, {"position", position.id.to_string()}));
    return view;
}

} // namespace voice
