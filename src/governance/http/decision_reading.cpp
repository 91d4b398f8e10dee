#include "governance/http/decision_reading.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/meeting_key.hpp"
#include "governance/store/decision_record_store.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"

#include <algorithm>

namespace governance {

namespace {

/// Puts names to a record.
class DecisionViewMaker {
public:
    DecisionViewMaker(const http::Query& query, const MeetingRecord& meeting, const DecisionRecord& record)
        : query_{query}, meeting_{meeting}, record_{record} {}

    DecisionView make() {
        fill_question();
        view_.at = record_.at;
        view_.profile = record_.rules.profile;
        view_.profile_version = record_.rules.profile_version;
        view_.body_rules = record_.rules.body_rules;
        view_.rules_sha256 = record_.rules.sha256;
        view_.rules = record_.rules.rules;
        view_.kind = record_.inputs.kind;
        view_.method = record_.inputs.method;
        view_.mode = record_.inputs.mode;
        view_.written = record_.inputs.written;
        view_.working = record_.working;
        if (record_.working.casting_by) view_.casting_by = meeting_.name(*record_.working.casting_by);
        view_.overrides = record_.overrides;
        for (const auto& seat : record_.inputs.seats)
            view_.seats.push_back(seat_view(seat));
        return std::move(view_);
    }

private:
    void fill_question() {
        view_.vote = record_.vote;
        view_.url = "/decisions/" + record_.vote.to_string();
        const auto& meeting = meeting_.meeting;
        const auto& body = meeting_.body;
        view_.body = {body.name(query_.request.language), body.path()};
        view_.meeting = {meeting.number_text(), meeting_path(body.slug, meeting.year, meeting.number)};
        if (record_.impartiality_of) view_.impartiality_of = meeting_.name(*record_.impartiality_of);
        const auto* item = meeting_.item(record_.item);
        if (item == nullptr) return;
        view_.item = item->item.number_text() + (item->title.empty() ? "" : " " + item->title);
        if (!item->case_path.empty()) view_.matter = NamedLink{item->case_number, item->case_path};
        if (record_.inputs.election) fill_election(*item);
        const auto* proposal = record_.proposal ? item->proposal(*record_.proposal) : nullptr;
        if (proposal != nullptr) view_.proposal = proposal->position;
        const bool is_kept_inside =
            meeting_.is_behind_doors(item->item) && !meeting_rights(query_.principal, body.id).sees_closed;
        if (is_kept_inside) return;
        for (const auto& dissent : item->dissents) {
            view_.dissents.push_back({meeting_.name(dissent.who), meeting_.on_behalf_of(dissent.who), dissent.text});
        }
    }

    void fill_election(const ItemRecord& item) {
        const auto course = std::ranges::find_if(item.elections, [&](const ElectionCourse& each) {
            return std::ranges::find(each.rounds, record_.vote, &ElectionRound::id) != each.rounds.end();
        });
        if (course == item.elections.end() || !record_.working.election) return;
        const auto& election = course->election;
        const auto& counted = *record_.working.election;
        const auto option_name = [&](int option) {
            const auto at = static_cast<std::size_t>(option - 1);
            return at < election.options.size() ? election.options[at].name : std::string{};
        };
        DecisionElectionView shown;
        shown.post = election.post;
        shown.form = election.form;
        shown.places = record_.inputs.election->places;
        shown.round = record_.inputs.round;
        shown.list_method = record_.rules.rules.election_rule().list_method;
        shown.quota = counted.quota;
        for (std::size_t i = 0; i < counted.options.size(); ++i)
            shown.options.push_back({option_name(static_cast<int>(i) + 1), counted.options[i]});
        for (const auto& place : counted.elected) {
            const auto votes = counted.options.at(static_cast<std::size_t>(place.option - 1)).votes;
            shown.elected.push_back(
                {election.name_at(place.option, place.name), option_name(place.option), votes, place});
        }
        for (const auto& lot : counted.lots) {
            DecisionLotView drawn{lot.place, {}};
            for (const auto option : lot.order)
                drawn.order.push_back(option_name(option));
            shown.lots.push_back(std::move(drawn));
        }
        shown.lot_commitment = record_.inputs.election->lot_commitment;
        shown.lot_seed = record_.inputs.election->lot_seed.value_or("");
        view_.election = std::move(shown);
    }

    [[nodiscard]] DecisionSeatView seat_view(const RecordedSeat& seat) const {
        DecisionSeatView shown;
        shown.member = meeting_.name(seat.seat);
        shown.on_behalf_of = meeting_.on_behalf_of(seat.seat);
        shown.is_remote = seat.is_remote;
        shown.is_disqualified = seat.is_disqualified;
        if (!seat.held_by) return shown;
        shown.held_by = meeting_.name(*seat.held_by);
        shown.is_deputy = seat.held_by != seat.seat;
        for (const auto& deputy : seat.passed_over)
            shown.passed_over.push_back(meeting_.name(deputy));
        const auto ballot = std::ranges::find(record_.inputs.ballots, *seat.held_by, &Ballot::who);
        if (ballot == record_.inputs.ballots.end()) return shown;
        shown.choice = ballot->choice;
        shown.option = ballot->option;
        return shown;
    }

    const http::Query& query_;
    const MeetingRecord& meeting_;
    const DecisionRecord& record_;
    DecisionView view_;
};

} // namespace

Result<DecisionView> read_decision(const http::Query& query) {
    const auto id = TRY(id_in_path<VoteId>(query.request, "vote", decision_not_found));
    const auto kept = TRY(load_record(query.reader, id));
    auto check = check_record(kept.document);
    if (!check.record) return decision_not_found.error();
    const auto meeting = TRY(load_meeting(query.reader, check.record->meeting));
    const auto record = TRY(read_meeting_record(query.reader, meeting, query.today(), query.request.language));
    if (!record.body.is_open && !meeting_rights(query.principal, record.body.id).sees_closed) {
        return decision_not_found.error();
    }
    auto view = DecisionViewMaker{query, record, *check.record}.make();
    view.holds = check.holds() && digest_of(kept.document) == kept.sha256;
    view.differences = std::move(check.differences);
    view.sha256 = kept.sha256;
    view.record = kept.document;
    return view;
}

} // namespace governance
