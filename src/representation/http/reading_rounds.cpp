#include "representation/actions/counting.hpp"
#include "representation/http/links.hpp"
#include "representation/http/reading.hpp"
#include "representation/rights.hpp"
#include "representation/store/round_store.hpp"

#include <algorithm>

namespace representation {

static Result<void> fill_round_row(RoundRow& row, const http::Query& query, const Round& round, int candidates,
                                   Links& links) {
    row.id = round.id;
    row.number = round.number;
    row.url = round.url();
    row.language = i18n::code(round.language);
    row.body = TRY(links.body(round.body));
    row.state = round.state_on(query.today());
    row.seats = round.seats;
    row.candidates = candidates;
    row.valid_from = round.valid_from;
    row.valid_to = round.valid_to;
    row.closes_on = round.closes_on;
    row.is_invented = round.is_invented;
    row.opened_at = round.opened_at;
    row.changed_at = round.changed_at;
    return {};
}

Result<RoundListView> read_rounds(const http::Query& query, std::optional<governance::BodyId> body) {
    RoundListView list;
    Links links{query};
    auto counts = TRY(store::candidate_counts(query.reader));
    for (const auto& round : TRY(store::rounds(query.reader, body))) {
        TRY(fill_round_row(list.rounds.emplace_back(), query, round, counts[round.id], links));
    }
    return list;
}

static Result<CandidateView> candidate_view(const Candidate& candidate, Links& links) {
    CandidateView view;
    view.id = candidate.id;
    view.name = candidate.name;
    view.workplace = TRY(links.organisation(candidate.workplace));
    view.position = candidate.position;
    view.grounds = candidate.grounds;
    const auto nominator = TRY(links.summary(candidate.nominator));
    view.nominator = {nominator.name, nominator.url};
    view.is_from_network = nominator.kind == directory::OrganisationKind::network;
    view.is_withdrawn = candidate.withdrawn_at.has_value();
    view.is_chosen = candidate.appointment.has_value();
    return view;
}

static bool may_see(const http::Query& query, const Round& round, const Candidate& candidate) {
    if (query.principal.may(right::choose, round.body.to_string())) return true;
    if (candidate.appointment) return true;
    return candidate.nominator.to_string() == query.principal.organisation_id &&
           query.principal.may(right::nominate, query.principal.organisation_id);
}

static Result<RoundView> round_view(const http::Query& query, const Round& round,
                                    const std::vector<Candidate>& candidates) {
    Links links{query};
    RoundView view;
    const auto standing = std::ranges::count_if(candidates, [](const Candidate& one) { return !one.withdrawn_at; });
    TRY(fill_round_row(view, query, round, static_cast<int>(standing), links));
    view.wanted = round.wanted;
    view.is_ambassador = round.is_ambassador;
    for (const auto& candidate : candidates) {
        if (may_see(query, round, candidate)) view.candidates_shown.push_back(TRY(candidate_view(candidate, links)));
    }
    view.reasons = round.reasons;
    view.outside_reason = round.outside_reason;
    view.acknowledgement = round.acknowledgement;
    view.gaps_before = TRY(in_words(query, round.gaps_before, query.today()));
    view.gaps_after = TRY(in_words(query, round.gaps_after, query.today()));
    view.chosen_at = round.chosen_at;
    view.version = round.version;
    view.happenings = TRY(journal::happenings_about(query, {"nominations", round.id.to_string()}));
    return view;
}

Result<RoundView> read_round(const http::Query& query, std::string_view number) {
    const auto round = TRY(store::round_by_number(query.reader, number));
    return round_view(query, round, TRY(store::candidates(query.reader, round.id)));
}

Result<ChoiceView> read_choice(const http::Query& query, const Outside& outside, std::string_view number,
                               const std::vector<CandidateId>& picked) {
    const auto round = TRY(store::round_by_number(query.reader, number));
    TRY(query.principal.require(right::choose, round.body.to_string()));
    auto candidates = TRY(store::candidates(query.reader, round.id));
    ChoiceView view;
    view.round = TRY(round_view(query, round, candidates));
    std::erase_if(candidates, [&](const Candidate& one) {
        return one.withdrawn_at || std::ranges::find(picked, one.id) == picked.end();
    });
    for (const auto& one : candidates) {
        view.picked.push_back(one.id);
    }
    const auto body = TRY(governance::body_card(query.reader, round.body, query.request.language));
    view.now = TRY(read_composition(query, outside, body, query.today()));
    view.then = TRY(read_composition(query, outside, body, round.valid_from, candidates));
    return view;
}

} // namespace representation
