#include "voice/http/links.hpp"
#include "voice/http/reading.hpp"
#include "voice/http/reading_consultations.hpp"
#include "voice/store/hindrance_store.hpp"
#include "voice/store/position_store.hpp"

namespace voice {

static Result<void> fill_hindrance_row(HindranceRow& row, const Hindrance& hindrance, std::int64_t supporters,
                                       Links& links) {
    row.id = hindrance.id;
    row.number = hindrance.number;
    row.url = hindrance.url();
    row.title = hindrance.title;
    row.language = i18n::code(hindrance.language);
    row.law = hindrance.law;
    row.provision = hindrance.provision;
    row.state = hindrance.state;
    row.reporter = TRY(links.organisation(hindrance.reporter));
    row.supporters = supporters;
    row.is_invented = hindrance.is_invented;
    row.reported_at = hindrance.reported_at;
    row.changed_at = hindrance.changed_at;
    return {};
}

Result<HindranceListView> read_hindrances(const http::Query& query, std::optional<HindranceState> state) {
    HindranceListView list;
    list.state = state;
    Links links{query};
    store::HindranceFilter filter;
    filter.state = state;
    for (const auto& found : TRY(store::hindrances(query.reader, filter))) {
        TRY(fill_hindrance_row(list.hindrances.emplace_back(), found.hindrance, found.supporters, links));
    }
    return list;
}

Result<HindranceView> read_hindrance(const http::Query& query, std::string_view number) {
    const auto hindrance = TRY(store::hindrance_by_number(query.reader, number));
    const auto supporters = TRY(store::supporters(query.reader, hindrance.id));
    Links links{query};
    HindranceView view;
    TRY(fill_hindrance_row(view, hindrance, static_cast<std::int64_t>(supporters.size()), links));
    view.hinders = hindrance.hinders;
    view.who_is_hit = hindrance.who_is_hit;
    view.proposal = hindrance.proposal;
    view.state_note = hindrance.state_note;
    view.state_since = hindrance.state_since;
    if (hindrance.case_id) view.matter = TRY(links.matter(*hindrance.case_id));
    if (hindrance.position_id) {
        const auto position = TRY(store::position(query.reader, *hindrance.position_id));
        view.position = NamedLink{position.number + " " + position.title, position.url()};
    }
    for (const auto& id : supporters) {
        view.supported_by.push_back(TRY(links.organisation(id)));
    }
    view.consultations = TRY(consultation_links(query.reader, "hindrance", hindrance.id.to_string()));
    view.next_states = next_states(hindrance.state);
    view.version = hindrance.version;
    view.happenings = TRY(journal::happenings_about(query, {"hindrance", hindrance.id.to_string()}));
    return view;
}

} // namespace voice
