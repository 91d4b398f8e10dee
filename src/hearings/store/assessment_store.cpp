#include "hearings/store/assessment_store.hpp"

#include "hearings/store/columns.hpp"

#include <algorithm>

namespace hearings {

static constexpr std::string_view assessment_query =
    "SELECT id, case_id, assessor_id, before_id, state, required_at, settled_at, conclusion FROM hearings_assessment ";

Result<void> insert_assessment(db::Transaction& transaction, const Assessment& assessment) {
    return transaction.enqueue(
        "INSERT INTO hearings_assessment (id, case_id, assessor_id, before_id, state, required_at,"
        " settled_at, conclusion) VALUES ($1, $2, $3, $4, $5, $6, NULL, '')",
        {assessment.id, assessment.case_id, assessment.assessor, assessment.before, word(assessment.state),
         assessment.required_at});
}

Result<void> settle_assessment(db::Transaction& transaction, const Assessment& assessment) {
    TRY(transaction.enqueue("UPDATE hearings_assessment SET state = $2, settled_at = $3, conclusion = $4 WHERE id = $1",
                            {assessment.id, word(assessment.state), assessment.settled_at, assessment.conclusion}));
    for (const auto& line : assessment.layers) {
        TRY(transaction.enqueue(
            "INSERT INTO hearings_assessed_layer (assessment_id, layer, verdict, text) VALUES ($1, $2, $3, $4)",
            {assessment.id, word(line.layer), word(line.verdict), line.text}));
    }
    return {};
}

static Result<Assessment> whole_assessment(db::Reader& reader, const db::Row& row) {
    Assessment found{.id = row.id<AssessmentId>(0),
                     .case_id = row.id<governance::CaseId>(1),
                     .assessor = row.id<governance::BodyId>(2),
                     .before = row.id<governance::BodyId>(3),
                     .state = word_at<AssessmentState>(row, 4),
                     .required_at = row.instant(5),
                     .settled_at = row.maybe_instant(6),
                     .conclusion = row.text(7),
                     .layers = {}};
    for (const auto& line : TRY(reader.query(
             "SELECT layer, verdict, text FROM hearings_assessed_layer WHERE assessment_id = $1", {found.id}))) {
        found.layers.push_back({word_at<Layer>(line, 0), word_at<Verdict>(line, 1), line.text(2)});
    }
    std::ranges::sort(found.layers, {}, &AssessedLayer::layer);
    return found;
}

Result<std::optional<Assessment>> find_assessment(db::Reader& reader, AssessmentId id) {
    const auto row = TRY(reader.find(std::string{assessment_query} + "WHERE id = $1", {id}));
    if (!row) return std::optional<Assessment>{};
    return std::optional{TRY(whole_assessment(reader, *row))};
}

Result<std::vector<Assessment>> assessments_of(db::Reader& reader, governance::CaseId id) {
    std::vector<Assessment> found;
    const auto rows =
        TRY(reader.query(std::string{assessment_query} + "WHERE case_id = $1 ORDER BY required_at, id", {id}));
    for (const auto& row : rows)
        found.push_back(TRY(whole_assessment(reader, row)));
    return found;
}

} // namespace hearings
