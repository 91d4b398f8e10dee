#include "governance/store/election_store.hpp"

#include "governance/domain/decision_record.hpp"
#include "governance/store/columns.hpp"
#include "platform/json/described.hpp"

#include <algorithm>

namespace governance {

static ElectionCourse election_row(const db::Row& row) {
    ElectionCourse course;
    auto& election = course.election;
    election.id = row.id<ElectionId>(0);
    election.item_id = row.id<AgendaItemId>(1);
    election.position = static_cast<int>(row.number(2));
    election.post = row.text(3);
    election.form = word_at<ElectionForm>(row, 4);
    election.places = static_cast<int>(row.number(5));
    election.lot_seed = row.text(6);
    election.at = row.instant(7);
    election.withdrawn_at = row.maybe_instant(8);
    return course;
}

static ElectionCourse* course_with(std::vector<ElectionCourse>& all, ElectionId id) {
    const auto found = std::ranges::find_if(all, [&](const ElectionCourse& each) { return each.election.id == id; });
    return found == all.end() ? nullptr : &*found;
}

static Result<void> add_options(db::Reader& reader, MeetingId meeting, std::vector<ElectionCourse>& all) {
    const auto options =
        TRY(reader.query("SELECT o.election_id, o.name FROM governance_election_option o JOIN governance_election e ON "
                         "e.id = o.election_id JOIN governance_agenda_item i ON i.id = e.item_id WHERE i.meeting_id = "
                         "$1 ORDER BY o.number",
                         {meeting}));
    for (const auto& row : options) {
        if (auto* course = course_with(all, row.id<ElectionId>(0))) {
            course->election.options.push_back({std::string{row.text(1)}, {}});
        }
    }
    const auto names = TRY(reader.query(
        "SELECT n.election_id, n.option_number, n.name FROM governance_election_name n JOIN governance_election e ON "
        "e.id = n.election_id JOIN governance_agenda_item i ON i.id = e.item_id WHERE i.meeting_id = $1 ORDER BY "
        "n.option_number, n.number",
        {meeting}));
    for (const auto& row : names) {
        if (auto* course = course_with(all, row.id<ElectionId>(0))) {
            course->election.options.at(static_cast<std::size_t>(row.number(1) - 1)).names.emplace_back(row.text(2));
        }
    }
    return {};
}

static Result<void> add_rounds(db::Reader& reader, MeetingId meeting, std::vector<ElectionCourse>& all) {
    const auto rows = TRY(reader.query(
        "SELECT t.election_id, t.vote_id, t.position, r.document FROM governance_election_round t JOIN "
        "governance_decision_record r ON r.vote_id = t.vote_id WHERE r.meeting_id = $1 ORDER BY t.position",
        {meeting}));
    for (const auto& row : rows) {
        auto* course = course_with(all, row.id<ElectionId>(0));
        auto record = json::read<DecisionRecord>(row.text(3));
        ensure(course != nullptr && record.has_value() && record->working.election); // written by this program
        course->rounds.push_back({row.id<VoteId>(1), static_cast<int>(row.number(2)), std::move(record->inputs),
                                  std::move(record->working), record->rules.body_rules, record->at});
    }
    return {};
}

Result<std::vector<ElectionCourse>> elections_of(db::Reader& reader, MeetingId meeting) {
    const auto rows = TRY(reader.query(
        "SELECT e.id, e.item_id, e.position, e.post, e.form, e.places, e.lot_seed, e.at, e.withdrawn_at FROM "
        "governance_election e JOIN governance_agenda_item i ON i.id = e.item_id WHERE i.meeting_id = $1 "
        "ORDER BY i.position, e.position",
        {meeting}));
    std::vector<ElectionCourse> found;
    for (const auto& row : rows)
        found.push_back(election_row(row));
    if (found.empty()) return found;
    TRY(add_options(reader, meeting, found));
    TRY(add_rounds(reader, meeting, found));
    return found;
}

Result<void> insert_election(db::Transaction& transaction, const Election& election) {
    TRY(transaction.enqueue("INSERT INTO governance_election (id, item_id, position, post, form, places, lot_seed, at) "
                            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                            {election.id, election.item_id, election.position, election.post, word(election.form),
                             election.places, election.lot_seed, election.at}));
    int number = 0;
    for (const auto& option : election.options) {
        TRY(transaction.enqueue("INSERT INTO governance_election_option (election_id, number, name) "
                                "VALUES ($1, $2, $3)",
                                {election.id, ++number, option.name}));
        int place = 0;
        for (const auto& name : option.names) {
            TRY(transaction.enqueue("INSERT INTO governance_election_name (election_id, option_number, number, name) "
                                    "VALUES ($1, $2, $3, $4)",
                                    {election.id, number, ++place, name}));
        }
    }
    return {};
}

Result<void> withdraw_election(db::Transaction& transaction, ElectionId id, Instant now) {
    return transaction.enqueue("UPDATE governance_election SET withdrawn_at = $1 WHERE id = $2", {now, id});
}

Result<void> insert_round(db::Transaction& transaction, ElectionId election, VoteId vote, int position) {
    return transaction.enqueue("INSERT INTO governance_election_round (vote_id, election_id, position) "
                               "VALUES ($1, $2, $3)",
                               {vote, election, position});
}

} // namespace governance
