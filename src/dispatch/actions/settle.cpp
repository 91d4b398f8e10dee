#include "dispatch/actions/settle.hpp"

#include "dispatch/actions/failure.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/store/alert_store.hpp"
#include "dispatch/store/space_store.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

/// What failed for good, its sender's people are written to about. Only the cause goes along: what stands behind it may
/// name files.
static Result<void> alert_sender(const Settling& settling, const Dispatch& dispatch,
                                 const std::vector<Happening>& happenings) {
    const auto failure = failure_of(dispatch.status, happenings);
    if (!failure) return {};
    return store::raise(settling.transaction,
                        {dispatch.account_id.to_string(), AlertKind::dispatch_failed, dispatch.id.to_string(),
                         std::string{json::name_of(failure->cause)}},
                        settling.now);
}

static Result<void> tell_moved(const Settling& settling, const Dispatch& dispatch) {
    journal::Body body;
    body.text("status", json::name_of(dispatch.status)).text("channel", json::name_of(dispatch.channel));
    TRY(settling.office.services.journal.append(settling.transaction, settling.principal,
                                                {.type = "dispatch.moved_on",
                                                 .subjects = {{"dispatch", dispatch.id.to_string()}},
                                                 .body = std::move(body),
                                                 .visibility = journal::Visibility::internal},
                                                settling.now));
    return {};
}

Result<void> Settling::move(Dispatch& dispatch, Status status, const std::vector<Happening>& happenings) const {
    const bool is_new = dispatch.status != status;
    dispatch.status = status;
    dispatch.status_at = is_new ? now : dispatch.status_at;
    TRY(store::add(transaction, dispatch.id, happenings));
    if (is_new) {
        TRY(alert_sender(*this, dispatch, happenings));
        TRY(tell_moved(*this, dispatch));
    }
    // The one statement that must be answered comes last: those before it are answered with it.
    if (!TRY(store::save(transaction, dispatch))) return still_under_way.error();
    return {};
}

Result<void> mark_read(const Settling& settling, Dispatch dispatch, HappeningKind kind, std::string reader) {
    using enum Status;
    if (dispatch.status == read || dispatch.status == handled_manually) return {};
    if (dispatch.status == rejected || dispatch.status == failed_in_reception) return dispatch_not_found.error();
    return settling.move(dispatch, read, {settling.happening(kind, read, std::move(reader))});
}

std::string reader_elsewhere(const Settling& settling, const Dispatch& dispatch, std::string_view system,
                             std::chrono::milliseconds read_at) {
    using std::chrono::milliseconds;
    static constexpr auto telling_takes = std::chrono::minutes{1};
    const auto earliest = std::chrono::duration_cast<milliseconds>(dispatch.received_at.time_since_epoch());
    const auto told_at = std::chrono::duration_cast<milliseconds>(settling.now.time_since_epoch());
    if (read_at < earliest || read_at > told_at - telling_takes) return std::string{system};
    const auto& t = settling.office.services.texts.in(i18n::Language::nb);
    return fmt::format("{} ({})", system.empty() ? "et eksternt system" : system, t.date_time(Instant{read_at}));
}

Result<void> destroy_content(const Settling& settling, const Dispatch& dispatch) {
    if (!dispatch.wrapped_key) return {};
    TRY(store::destroy_content(settling.transaction, dispatch.id));
    TRY(store::release_documents(settling.transaction, dispatch.id, settling.now));
    TRY(store::add(settling.transaction, dispatch.id,
                   {settling.happening(HappeningKind::content_destroyed, dispatch.status)}));
    TRY(settling.office.services.journal.append(settling.transaction, settling.principal,
                                                {.type = "dispatch.content_destroyed",
                                                 .subjects = {{"dispatch", dispatch.id.to_string()}},
                                                 .body = {},
                                                 .visibility = journal::Visibility::internal},
                                                settling.now));
    return {};
}

Result<void> destroy_contents(const Settling& settling, const std::vector<DispatchId>& ids, AccountId account) {
    const auto found = TRY(store::of_account(settling.transaction, ids, account));
    const bool has_all = std::ranges::all_of(
        ids, [&](DispatchId id) { return std::ranges::find(found, id, &Dispatch::id) != found.end(); });
    if (!has_all) return dispatch_not_found.error();
    if (!std::ranges::all_of(found, [](const Dispatch& each) { return is_final(each.status); })) {
        return still_under_way.error();
    }
    for (const auto& dispatch : found) {
        TRY(destroy_content(settling, dispatch));
    }
    return {};
}

} // namespace dispatch
