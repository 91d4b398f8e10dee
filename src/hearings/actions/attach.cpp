#include "hearings/actions/attach.hpp"

#include "hearings/actions/speaking.hpp"
#include "hearings/domain/errors.hpp"
#include "hearings/domain/job_kinds.hpp"
#include "hearings/store/attachment_store.hpp"
#include "hearings/store/hearing_store.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/json/described_members.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace hearings {

/// Those named that have no answer for it to stand beside become faults.
static Result<void> require_answers(const Acting& acting, const Hearing& hearing, const std::vector<Spoken>& all,
                                    std::vector<Fault>& faults) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!all[i].addressee.stance) {
            faults.push_back(
                answer_missing.at(fmt::format("#/organisations/{}", i), {{"organisation", all[i].organisation.name}}));
        }
        const auto there = TRY(count_attachments(acting.transaction, hearing.id, all[i].organisation.id));
        if (there >= static_cast<std::int64_t>(attachments_max)) {
            return attachments_too_many.error({{"limit", static_cast<std::int64_t>(attachments_max)}});
        }
    }
    return {};
}

static Result<void> tell_of(const Acting& acting, std::string_view type, const Hearing& hearing,
                            const directory::OrganisationSummary& organisation) {
    journal::Body facts;
    facts.text("organisation", organisation.name);
    TRY(acting.tell(type, hearing, std::move(facts), {{"organisation", organisation.id.to_string()}}));
    return {};
}

Result<AttachmentId> attach_file(const Acting& acting, const Hearing& hearing, const NewAttachment& sent,
                                 const governance::StoredFile& file, governance::Scanning scanning) {
    std::vector<Fault> faults;
    const auto all = TRY(everyone_spoken_for(acting, hearing, sent.organisations, faults));
    TRY(require_open(acting, hearing));
    TRY(governance::require_size(file));
    TRY(require_answers(acting, hearing, all, faults));
    TRY(none_of(std::move(faults)));
    Attachment fresh{.id = AttachmentId::make(acting.now, acting.services.random),
                     .hearing = hearing.id,
                     .title = sent.title,
                     .file = file,
                     .state = governance::state_before(scanning),
                     .state_reason = {},
                     .added_at = acting.now,
                     .organisations = {}};
    for (const auto& spoken : all) {
        const auto id = spoken.organisation.id;
        if (std::ranges::find(fresh.organisations, id) != fresh.organisations.end()) continue;
        fresh.organisations.push_back(id);
        if (!spoken.voice.network) TRY(mark_speaking_for_itself(acting.transaction, hearing.id, id));
        TRY(tell_of(acting, "hearings.attachment_added", hearing, spoken.organisation));
    }
    TRY(insert_attachment(acting.transaction, fresh));
    if (governance::waits_for_scanner(fresh.state)) {
        TRY(jobs::enqueue(acting.transaction, job_scan_attachment, attachment_payload(fresh.id), acting.now, acting.now,
                          acting.services.random, fresh.id.to_string()));
    }
    return fresh.id;
}

Result<void> detach_file(const Acting& acting, const Hearing& hearing, directory::OrganisationId organisation,
                         AttachmentId id) {
    std::vector<Fault> faults;
    const auto all = TRY(everyone_spoken_for(acting, hearing, {Line<40>{organisation.to_string()}}, faults));
    const auto found = TRY(find_attachment(acting.transaction, id));
    const bool is_there = found && found->hearing == hearing.id && !all.empty() &&
                          std::ranges::find(found->organisations, organisation) != found->organisations.end();
    if (!is_there) return attachment_not_found.error({{"attachment", id.to_string()}});
    TRY(require_open(acting, hearing));
    TRY(detach(acting.transaction, id, organisation));
    if (!all.front().voice.network) TRY(mark_speaking_for_itself(acting.transaction, hearing.id, organisation));
    return tell_of(acting, "hearings.attachment_removed", hearing, all.front().organisation);
}

Result<void> judge_attachment(const Acting& acting, AttachmentId id,
                              const std::optional<governance::Verdict>& verdict) {
    auto attachment = TRY(find_attachment(acting.transaction, id));
    const auto state = governance::state_after(verdict);
    if (!attachment || !governance::waits_for_scanner(attachment->state) || attachment->state == state) return {};
    attachment->state = state;
    if (verdict && !verdict->is_clean) attachment->state_reason = verdict->finding;
    TRY(save_attachment_state(acting.transaction, *attachment));
    journal::Body facts;
    facts.text("state", json::name_of(state));
    TRY(acting.tell("hearings.attachment_scanned", TRY(load_hearing(acting.transaction, attachment->hearing)),
                    std::move(facts), {}, journal::Visibility::internal));
    return {};
}

} // namespace hearings
