#include "directory/directory.hpp"
#include "dispatch/actions/content.hpp"
#include "dispatch/actions/failure.hpp"
#include "dispatch/domain/recall.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/store/department_store.hpp"
#include "dispatch/store/mailbox_store.hpp"
#include "dispatch/store/mailing_store.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

static void fill_row(SentRow& row, const Dispatch& dispatch, const Manifest& manifest, std::string_view base) {
    row.id = dispatch.id;
    row.url = fmt::format("{}/{}", base, dispatch.id.to_string());
    row.title = manifest.title;
    row.recipient = manifest.recipient;
    row.sender = manifest.sender;
    row.reference = dispatch.external_reference;
    row.status = dispatch.status;
    row.received_at = dispatch.received_at;
    row.status_at = dispatch.status_at;
}

void fill_sent(SentRow& row, const Office& office, const Dispatch& dispatch, std::string_view base) {
    const auto manifest = manifest_if_readable(office, dispatch);
    fill_row(row, dispatch, manifest.value_or(Manifest{}), base);
    row.is_damaged = !manifest;
}

/// Where the detail is a word of ours, the sentence of the happening says enough.
static std::string shown_detail(const Happening& happening) {
    const bool is_word = happening.kind == HappeningKind::gave_up || happening.kind == HappeningKind::recall_refused;
    return is_word ? std::string{} : happening.detail;
}

static Result<void> fill_next(db::Reader& reader, const Dispatch& dispatch, SentView& view) {
    if (is_final(dispatch.status)) return {};
    if (const auto prospect = prospect_of(TRY(standing_of(reader, dispatch)))) {
        view.next = prospect->step;
        view.next_at = prospect->at;
    }
    return {};
}

/// Its key is what the sender wrote; people know it by its name, as long as the organisation is in the directory.
static Result<std::optional<std::string>> name_of_department(db::Reader& reader, const Dispatch& dispatch) {
    if (dispatch.department.empty()) return std::optional<std::string>{};
    const auto recipients = TRY(store::recipients(reader, dispatch.id));
    if (recipients.empty() || !recipients.front().organisation_number) return std::optional<std::string>{};
    const auto owner = directory::find_organisation_by_key(reader, *recipients.front().organisation_number);
    if (!owner && owner.error().kind != ErrorKind::not_found) return owner.error();
    if (!owner) return std::optional<std::string>{};
    const auto found = TRY(store::department(reader, owner->id, dispatch.department));
    return found ? std::optional{found->name} : std::nullopt;
}

static Result<bool> can_be_recalled(db::Reader& reader, const Dispatch& dispatch, const SentView& view) {
    const auto has_happened = [&](HappeningKind kind) {
        return std::ranges::find(view.happenings, kind, &HappeningView::kind) != view.happenings.end();
    };
    const auto outcome = recall_outcome(dispatch.status, TRY(store::is_opened_by_anybody(reader, dispatch.id)),
                                        has_happened(HappeningKind::fetched));
    return outcome && *outcome == RecallOutcome::in_time && !has_happened(HappeningKind::recalled);
}

Result<SentView> sent_view(db::Reader& reader, journal::Journal& journal, const Office& office,
                           const i18n::Translator& t, const Dispatch& dispatch, std::string_view base) {
    SentView view;
    view.newest = TRY(journal.newest_about(reader, {"dispatch", dispatch.id.to_string()}));
    const auto manifest = TRY(open_manifest(office, dispatch));
    fill_row(view, dispatch, manifest, base);
    view.channel = dispatch.channel;
    view.level = dispatch.level;
    view.dispatch_type = dispatch.dispatch_type;
    view.sending_system = dispatch.sending_system;
    view.department = dispatch.department;
    view.department_name = TRY(name_of_department(reader, dispatch));
    view.mailing = TRY(store::mailing_of(reader, dispatch.id));
    TRY(fill_next(reader, dispatch, view));
    view.has_content = dispatch.wrapped_key.has_value();
    view.receipt_url = view.url + "/receipt";
    for (const auto& document : manifest.documents) {
        view.documents.push_back({document.name, document.sha256, document.bytes});
    }
    const auto history = TRY(store::history(reader, dispatch.id));
    for (const auto& happening : history) {
        view.happenings.push_back({happening.at, happening.kind, shown_detail(happening)});
    }
    if (const auto failure = failure_of(dispatch.status, history)) {
        view.failure = FailureView{failure->cause, reason_of(*failure, t), remedy_of(*failure, t)};
    }
    if (dispatch.wrapped_key) {
        const auto envelope = TRY(open_envelope(office, dispatch));
        view.sending_system = envelope.sending_system; // What was accepted before 0143 has it only there.
        if (dispatch.status != Status::rejected) {
            view.signing = TRY(signing_view(reader, dispatch, envelope, base, office.services.clock.now()));
        }
    }
    view.can_be_recalled = TRY(can_be_recalled(reader, dispatch, view));
    return view;
}

} // namespace dispatch
