#include "governance/domain/decision_record.hpp"

#include "governance/domain/json_difference.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/ensure.hpp"
#include "platform/json/described.hpp"

namespace governance {

static constexpr std::string_view record_beginning = R"({"format":"samband.decision/1")";

std::string to_json(const DecisionRecord& record) {
    return json::write(record);
}

std::string digest_of(std::string_view text) {
    return crypto::to_hex(crypto::sha256(text));
}

bool looks_like_record(std::string_view text) {
    return text.starts_with(record_beginning);
}

static std::vector<Difference> differences_of(const Working& recorded, const Working& recomputed) {
    const auto left = json::parse(json::write(recorded)), right = json::parse(json::write(recomputed));
    ensure(left.has_value() && right.has_value());
    std::vector<Difference> differences;
    for (auto& each : json_differences(*left, *right))
        differences.push_back({std::move(each.member), std::move(each.left), std::move(each.right)});
    return differences;
}

RecordCheck check_record(std::string_view text) {
    RecordCheck check;
    while (text.ends_with('\n'))
        text.remove_suffix(1);
    auto record = json::read<DecisionRecord>(text);
    // Anything that does not come back when the record is written anew, be it a space, has no place in it.
    if (!record || to_json(*record) != text) return check;
    check.is_readable = true;
    check.rules_are_whole = digest_of(to_json(record->rules.rules)) == record->rules.sha256 &&
                            governance::check(record->rules.rules).has_value();
    const auto working = check.rules_are_whole ? decide(record->rules.rules, record->inputs) : Working{};
    if (!working) {
        check.refused = working.error().code;
    } else if (check.rules_are_whole) {
        check.differences = differences_of(record->working, *working);
    }
    check.record = *std::move(record);
    return check;
}

} // namespace governance
