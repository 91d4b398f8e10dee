// Decision records: the page that shows the working, and the record itself.
#include "governance/domain/meeting_errors.hpp"
#include "governance/http/meeting_change.hpp"
#include "governance/http/meeting_handlers.hpp"
#include "governance/meeting_key.hpp"
#include "governance/store/decision_record_store.hpp"
#include "governance/store/meeting_record_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/texts.hpp"
#include "governance/views/decision_page.hpp"
#include "platform/http/represent.hpp"

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

/// The record in the address. What a body that is not open decided is for those who may see its meetings.
static Result<DecisionView> read_decision(const http::Query& query) {
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

static constexpr int decisions_listed = 100;

static Result<DecisionListView> read_decisions(const http::Query& query) {
    DecisionListView view;
    for (const auto& listed : TRY(newest_records(query.reader, decisions_listed))) {
        const auto record = json::read<DecisionRecord>(listed.kept.document);
        if (!record) continue; // Told by samband verify, and no reason to show nobody anything.
        DecisionRow row;
        row.vote = record->vote;
        row.url = "/decisions/" + record->vote.to_string();
        row.at = record->at;
        const auto& name = query.request.language == i18n::Language::nn ? listed.body_nn : listed.body_nb;
        row.body = {name, "/bodies/" + listed.body_slug};
        row.item = listed.item;
        row.kind = record->inputs.kind;
        row.tally = record->working.tally;
        row.result = record->working.result;
        row.is_about_impartiality = record->impartiality_of.has_value();
        row.is_among_options = record->inputs.election.has_value();
        row.sha256 = listed.kept.sha256;
        view.decisions.push_back(std::move(row));
    }
    return view;
}

static feed::Feed decision_feed(const http::Call& call, const DecisionListView& view) {
    const auto page = call.public_url + call.url("/decisions");
    auto made = http::page_feed(call, page, call.t(text::decisions), page);
    made.updated = view.decisions.empty() ? Instant{} : view.decisions.front().at;
    for (const auto& row : view.decisions) {
        made.entries.push_back({.id = "urn:uuid:" + row.vote.to_string(),
                                .title = decision_in_words(call, row),
                                .url = call.public_url + call.url(row.url),
                                .updated = row.at,
                                .author = row.body.name,
                                .summary = {},
                                .categories = {std::string{json::name_of(row.kind)}}});
    }
    return made;
}

Result<http::Response> list_decisions(const http::Query& query) {
    return http::represent<DecisionListView>(
        query, TRY(read_decisions(query)),
        {.html = [&](const DecisionListView& shown) { return decision_list_page(query, shown); },
         .atom = [&](const DecisionListView& shown) { return decision_feed(query, shown); }});
}

Result<http::Response> show_decision(const http::Query& query) {
    const auto view = TRY(read_decision(query));
    return http::represent<DecisionView>(
        query, view, {.html = [&](const DecisionView& shown) { return decision_page(query, shown); }});
}

Result<http::Response> send_record(const http::Query& query) {
    const auto view = TRY(read_decision(query));
    auto response = http::json_text(view.record);
    response.with("content-disposition", "attachment; filename=\"vedtak-" + view.vote.to_string() + ".json\"");
    return response;
}

void add_decision_routes(http::Router& router) {
    router.get("/decisions", ::right::everybody, list_decisions,
               {.operation = "listDecisions",
                .summary = "The public log of votes, newest first.",
                .formats = {http::Format::html, http::Format::json, http::Format::atom},
                .answer = json::type_of<DecisionListView>(),
                .is_cached = true});
    router.get("/decisions/{vote}", ::right::everybody, show_decision,
               {.operation = "showDecision",
                .summary = "A decision with its working: who could vote, what the rules ask for, the arithmetic.",
                .answer = json::type_of<DecisionView>(),
                .is_cached = true});
    router.get("/decisions/{vote}/record", ::right::everybody, send_record,
               {.operation = "sendDecisionRecord",
                .summary = "The decision record byte for byte, for samband verify --offline.",
                .formats = {http::Format::json},
                .answer = json::type_of<DecisionRecord>()});
}

} // namespace governance
