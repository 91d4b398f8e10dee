#include "representation/actions/rounds.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"
#include "representation/domain/errors.hpp"
#include "representation/http/handlers.hpp"
#include "representation/http/people.hpp"
#include "representation/http/reading.hpp"
#include "representation/rights.hpp"
#include "representation/texts.hpp"
#include "representation/views/pages.hpp"

#include <algorithm>

namespace representation {

static feed::Feed round_feed(const http::Call& call, const RoundListView& list) {
    const auto page = call.public_url + call.url("/nominations");
    auto made = http::page_feed(call, call.public_url + "/nominations", call.t(text::rounds), page);
    for (const auto& row : list.rounds) {
        made.updated = std::max(made.updated, row.changed_at);
        made.entries.push_back({.id = "urn:uuid:" + row.id.to_string(),
                                .title = row.number + " " + row.body.name,
                                .url = call.public_url + call.url(row.url),
                                .updated = row.changed_at,
                                .author = "Samband",
                                .summary = call.t(text::round_seats({.count = row.seats})),
                                .categories = {std::string{json::name_of(row.state)}}});
    }
    return made;
}

Result<http::Response> list_rounds(const http::Query& query) {
    const bool may_open = query.principal.may_somewhere(right::choose);
    return http::represent<RoundListView>(
        query, TRY(read_rounds(query)),
        {.html = [&](const RoundListView& shown) { return rounds_page(query, shown, may_open); },
         .atom = [&](const RoundListView& shown) { return round_feed(query, shown); }});
}

static Result<RoundView> round_in_path(const http::Query& query) {
    return read_round(query, query.request.path_value("round"));
}

static Result<RoundRights> rights_in(const http::Query& query, const RoundView& view) {
    const auto body = TRY(governance::body_card_by_key(query.reader, view.body.url.substr(view.body.url.rfind('/') + 1),
                                                       query.request.language));
    const auto& behind = query.principal.organisation_id;
    return RoundRights{!behind.empty() && query.principal.may(right::nominate, behind),
                       query.principal.may(right::choose, body.id.to_string())};
}

Result<http::Response> show_round(const http::Query& query) {
    const auto view = TRY(round_in_path(query));
    const auto rights = TRY(rights_in(query, view));
    auto response = http::represent<RoundView>(
        query, view, {.html = [&](const RoundView& shown) { return round_page(query, shown, rights); }});
    response.version = view.version;
    return response;
}

static Acting acting_in(const http::Command& command, db::Transaction& transaction, const Outside& outside) {
    return {transaction, command.services, command.principal, command.now, outside};
}

static Result<Html> new_round_form(const http::Query& query, const ui::FormState& state) {
    RoundChoices choices;
    for (const auto& body : TRY(governance::body_cards(query.reader, query.request.language))) {
        if (!query.principal.may(right::choose, body.id.to_string())) continue;
        const auto slug = body.path.substr(body.path.rfind('/') + 1);
        choices.bodies.push_back({.value = slug,
                                  .label = body.name,
                                  .hint = {},
                                  .is_chosen = query.request.query.first("body").value_or("") == slug});
    }
    return new_round_page(query, state, choices);
}

Result<http::Response> show_new_round_form(const http::Query& query) {
    return http::html_document(TRY(new_round_form(query, {})));
}

Result<http::Response> open_round_sent(const http::Command& command, const Outside& outside) {
    const auto sent = command.request.read<NewRound>();
    if (!sent) return ui::answer_failure(command, sent.error(), new_round_form);
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        return TRY(open_round(acting_in(command, transaction, outside), *sent)).url();
    });
    if (!path) return ui::answer_failure(command, path.error(), new_round_form);
    return ui::answer_created(command, *path);
}

static Result<Html> new_candidate_form(const http::Query& query, const ui::FormState& state) {
    CandidateChoices choices;
    choices.workplace = state.value("workplace", query.request.query.first("workplace").value_or(""));
    if (!choices.workplace.empty()) choices.people = TRY(people_of(query, choices.workplace));
    return new_candidate_page(query, state, TRY(round_in_path(query)), choices);
}

Result<http::Response> show_new_candidate_form(const http::Query& query) {
    return http::html_document(TRY(new_candidate_form(query, {})));
}

Result<http::Response> nominate_sent(const http::Command& command, const Outside& outside) {
    const auto sent = command.request.read<NewCandidate>();
    if (!sent) return ui::answer_failure(command, sent.error(), new_candidate_form);
    const auto number = command.request.path_value("round");
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        TRY(nominate(acting_in(command, transaction, outside), number, *sent));
        return "/nominations/" + std::string{number};
    });
    if (!path) return ui::answer_failure(command, path.error(), new_candidate_form);
    return ui::answer_created(command, *path);
}

Result<http::Response> withdraw_candidate_sent(const http::Command& command, const Outside& outside) {
    const auto id = CandidateId::parse(command.request.path_value("candidate"));
    if (!id) return candidate_not_found.error();
    const auto number = command.request.path_value("round");
    TRY(command.write([&](db::Transaction& transaction) {
        return withdraw_candidate(acting_in(command, transaction, outside), number, *id);
    }));
    return ui::answer_changed(command, "/nominations/" + std::string{number});
}

/// Those picked stand in the address, or come back with the form that did not go through.
static std::vector<CandidateId> picked_in(const http::Query& query, const ui::FormState& state) {
    const auto& fields = state.values ? state.values->fields() : query.request.query.fields();
    std::vector<CandidateId> picked;
    for (const auto& [name, value] : fields) {
        if (!name.starts_with("candidates")) continue;
        if (const auto id = CandidateId::parse(value)) picked.push_back(*id);
    }
    return picked;
}

Result<http::Response> show_choice(const http::Query& query, const Outside& outside) {
    const auto view = TRY(read_choice(query, outside, query.request.path_value("round"), picked_in(query, {})));
    return http::represent<ChoiceView>(
        query, view, {.html = [&](const ChoiceView& shown) { return choice_page(query, {}, shown); }});
}

Result<http::Response> choose_sent(const http::Command& command, const Outside& outside) {
    const auto form = [&outside](const http::Query& query, const ui::FormState& state) -> Result<Html> {
        const auto number = query.request.path_value("round");
        return choice_page(query, state, TRY(read_choice(query, outside, number, picked_in(query, state))));
    };
    const auto sent = command.request.read<Choice>();
    if (!sent) return ui::answer_failure(command, sent.error(), form);
    const auto changed = command.write([&](db::Transaction& transaction) {
        return choose(acting_in(command, transaction, outside), command.request.path_value("round"), *sent,
                      command.request.expected_version());
    });
    if (!changed) return ui::answer_failure(command, changed.error(), form);
    return ui::answer_changed(command, changed->url(), changed->version);
}

} // namespace representation
