#include "dispatch/store/notice_store.hpp"

#include "platform/json/described_members.hpp"

namespace dispatch::store {

static constexpr std::string_view which_notice = " WHERE dispatch_id = $1 AND occasion = $2 AND way = $3";

Result<std::optional<Notice>> notice(db::Reader& reader, DispatchId id, NoticeOccasion occasion, NoticeWay way) {
    const auto row = TRY(reader.find("SELECT outcome FROM dispatch_notice" + std::string{which_notice},
                                     {id, json::name_of(occasion), json::name_of(way)}));
    if (!row) return std::optional<Notice>{};
    Notice found{id, occasion, way};
    if (const auto outcome = row->maybe_text(0)) found.outcome = json::enumerator_of<NoticeOutcome>(*outcome);
    return std::optional{found};
}

Result<bool> begin(db::Transaction& transaction, const Notice& notice, Instant now) {
    const auto rows = TRY(transaction.execute(
        "INSERT INTO dispatch_notice (dispatch_id, occasion, way, begun_at) VALUES ($1, $2, $3, $4) "
        "ON CONFLICT (dispatch_id, occasion, way) DO NOTHING",
        {notice.dispatch, json::name_of(notice.occasion), json::name_of(notice.way), now}));
    return rows == 1;
}

Result<void> set_outcome(db::Transaction& transaction, const Notice& notice, NoticeOutcome outcome) {
    return transaction.enqueue(
        "UPDATE dispatch_notice SET outcome = $4" + std::string{which_notice},
        {notice.dispatch, json::name_of(notice.occasion), json::name_of(notice.way), json::name_of(outcome)});
}

Result<void> take_back(db::Transaction& transaction, const Notice& notice) {
    return transaction.enqueue("DELETE FROM dispatch_notice" + std::string{which_notice},
                               {notice.dispatch, json::name_of(notice.occasion), json::name_of(notice.way)});
}

} // namespace dispatch::store
