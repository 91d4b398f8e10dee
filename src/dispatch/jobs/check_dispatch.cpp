#include "dispatch/jobs/check_dispatch.hpp"

#include "dispatch/actions/accept_dispatch.hpp"
#include "dispatch/actions/ask_registers.hpp"
#include "dispatch/actions/content.hpp"
#include "dispatch/actions/digital_mailbox.hpp"
#include "dispatch/actions/examine_document.hpp"
#include "dispatch/actions/route.hpp"
#include "dispatch/dispatch.hpp"
#include "dispatch/domain/checks.hpp"
#include "dispatch/domain/errors.hpp"
#include "platform/errors.hpp"
#include "platform/log/log.hpp"

#include <fmt/format.h>

namespace dispatch {

/// How long a dispatch waits between two tries to reach the scanner or a register.
static constexpr std::chrono::minutes hold_pause{2};

static std::string reasons(const Office& office, const std::vector<Fault>& faults) {
    const auto& words = office.services.texts.in(i18n::Language::nb);
    std::string text;
    for (const auto& fault : faults) {
        text.append(text.empty() ? "" : " ").append(words.detail_of(fault));
    }
    return text;
}

/// A letter as it was when its check began, and whom it goes to.
struct Checked {
    Dispatch dispatch;
    Recipient addressee;
};

/// Nothing is read again: when the letter has changed since, its version has too, and the job begins anew.
static jobs::Writing conclude(const Office& office, Checked checked, std::vector<Fault> faults, AskedRegisters asked) {
    return [&office, checked = std::move(checked), faults = std::move(faults), asked = std::move(asked),
            now = office.services.clock.now(),
            by = the_program("postkontroll")](db::Transaction& transaction) -> Result<void> {
        auto dispatch = checked.dispatch;
        const Settling settling{transaction, office, by, now};
        using enum HappeningKind;
        if (!faults.empty()) {
            return settling.move(dispatch, Status::rejected,
                                 {settling.happening(rejected, Status::rejected, reasons(office, faults))});
        }
        const auto line = [&](HappeningKind kind, Status status) { return settling.happening(kind, status); };
        std::vector lead{line(metadata_valid, Status::received), line(originals_stored, Status::received),
                         line(file_generated, Status::received), line(accepted, Status::accepted)};
        if (asked.is_reserved) lead.push_back(line(reserved, Status::accepted));
        if (asked.is_away) lead.push_back(line(register_away, Status::accepted));
        const bool is_for_paper = asked.is_reserved || asked.is_away;
        return route_onwards(settling, std::move(dispatch), checked.addressee,
                             is_for_paper ? Channel::mailbox : Channel::undecided, std::move(lead),
                             asked.has_digital_mailbox);
    };
}

/// Unscanned is never taken for clean, nor silence for a yes to digital post; and that somebody we ask is away is no
/// fault of the sender's. They are asked again until they answer, however long that takes.
static jobs::Writing hold(const Office& office, DispatchId id, HappeningKind why) {
    return [&office, id, why, now = office.services.clock.now()](db::Transaction& transaction) -> Result<void> {
        auto found = TRY(store::find(transaction, id));
        if (!found || found->status != Status::received) return {};
        const auto history = TRY(store::history(transaction, id));
        if (history.back().kind != why) {
            const Settling settling{transaction, office, the_program("postkontroll"), now};
            TRY(settling.move(*found, Status::received, {settling.happening(why, Status::received)}));
        }
        const auto key = fmt::format("{} {}", id.to_string(), now.time_since_epoch().count());
        return jobs::enqueue(transaction, check_job, R"({"dispatch":")" + id.to_string() + "\"}", now + hold_pause, now,
                             office.services.random, key);
    };
}

/// Few have one, so the account is looked up for those alone.
static Result<bool> goes_to_digital_mailbox(const Office& office, AccountId id, const Envelope& envelope,
                                            const AskedRegisters& asked) {
    if (!asked.has_digital_mailbox) return false;
    const auto reader = TRY(office.services.database.reader());
    const auto account = TRY(store::account(*reader, id));
    return account && may_go_to_digital_mailbox(office, *account, envelope, asked);
}

static Result<void> nothing_to_do(db::Transaction&) {
    return {};
}

Result<void> check_dispatch(const Office& office, const jobs::Job& job) {
    return office.services.database.write(TRY(checked_dispatch(office, job)));
}

Result<jobs::Writing> checked_dispatch(const Office& office, const jobs::Job& job) {
    const auto payload = TRY(json::parse(job.payload));
    const auto id = TRY(DispatchId::parse(payload.text_of("dispatch")));
    auto reader = TRY(office.services.database.reader());
    const auto found = TRY(store::find(*reader, id));
    if (!found || found->status != Status::received) return jobs::Writing{nothing_to_do};
    const auto opened = TRY(open_dispatch(*reader, office, *found));
    const auto recipients = TRY(store::recipients(*reader, id));
    reader.reset();
    std::vector<Fault> faults;
    for (std::size_t i = 0; i < opened.documents.size(); ++i) {
        auto found_in_one = faults_in(office, opened, i);
        if (!found_in_one && found_in_one.error().code == platform::scanner_unavailable.name) {
            return hold(office, id, HappeningKind::waits_for_scanner);
        }
        for (auto& fault : TRY(std::move(found_in_one))) {
            faults.push_back(std::move(fault));
        }
    }
    auto asked = ask_registers(office, opened.envelope, found->received_at);
    if (!asked) {
        logging::warning("post.held_for_register", asked.error());
        return hold(office, id, HappeningKind::waits_for_register);
    }
    faults.insert(faults.end(), asked->faults.begin(), asked->faults.end());
    asked->has_digital_mailbox = TRY(goes_to_digital_mailbox(office, found->account_id, opened.envelope, *asked));
    return conclude(office, {*found, recipients.front()}, std::move(faults), *std::move(asked));
}

} // namespace dispatch
