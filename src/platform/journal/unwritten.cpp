#include "platform/journal/unwritten.hpp"

#include "platform/errors.hpp"
#include "platform/journal/record_store.hpp"

#include <algorithm>

namespace journal {

void Unwritten::group_begins() {
    newest_before_.reset();
    records_.clear();
    written_ = 0;
    member_ = {};
}

void Unwritten::member_begins() {
    member_ = {records_.size(), written_};
}

void Unwritten::member_undone() {
    records_.resize(member_.count);
    written_ = member_.written;
}

Result<std::int64_t> Unwritten::next_sequence(db::Reader& reader) {
    if (!newest_before_) {
        previous_ = TRY(store::newest_batch(reader)).value_or(Batch{});
        // They differ only when somebody has put rows in or taken some out: the gap stays, for verification to find.
        newest_before_ = std::max(TRY(store::newest_sequence(reader)), previous_.last);
    }
    return *newest_before_ + static_cast<std::int64_t>(records_.size()) + 1;
}

Result<void> Unwritten::add(Record record) {
    const std::string_view texts[] = {record.actor_id, record.organisation_id, record.organisation_name,
                                      record.authority};
    const bool is_storable =
        std::ranges::all_of(texts, db::is_storable) &&
        std::ranges::all_of(record.subjects, [](const auto& subject) { return db::is_storable(subject.second); });
    if (!is_storable) {
        return platform::database_refused.error({{"reason", std::string{"text is not UTF-8 without zeros"}}});
    }
    records_.push_back(std::move(record));
    return {};
}

Result<void> Unwritten::write(db::Transaction& transaction) {
    if (written_ == records_.size()) return {};
    TRY(store::insert(transaction, std::span{records_}.subspan(written_)));
    written_ = records_.size();
    return {};
}

} // namespace journal
