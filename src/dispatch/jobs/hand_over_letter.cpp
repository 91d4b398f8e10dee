#include "dispatch/jobs/hand_over_letter.hpp"

#include "dispatch/actions/content.hpp"
#include "dispatch/actions/digital_mailbox.hpp"
#include "dispatch/domain/patience.hpp"
#include "dispatch/store/mailbox_letter_store.hpp"
#include "platform/errors.hpp"
#include "platform/log/log.hpp"
#include "registers/errors.hpp"

#include <algorithm>

namespace dispatch {

namespace {

class HandingOver {
public:
    HandingOver(const Office& office, Dispatch dispatch, std::int64_t attempt)
        : office_{office}, dispatch_{std::move(dispatch)}, attempt_{attempt} {}

    Result<void> run() {
        auto letter = TRY(read());
        const auto contact = office_.contacts->find(identity_number_);
        if (!contact) return hold(contact.error());
        if (contact->is_reserved) return leave(HappeningKind::reserved, true);
        if (!contact->mailbox) return leave(HappeningKind::digital_mailbox_failed);
        letter.mailbox = *contact->mailbox;
        letter.language = contact->language;
        const auto begun = TRY(begin(letter.mailbox.provider_number));
        if (begun == Begun::not_wanted) return {};
        if (begun == Begun::again) {
            const auto taken = office_.digital_mailboxes->has_taken(letter.id);
            if (!taken) return hold(taken.error());
            if (*taken) return settle();
        }
        const auto done = office_.digital_mailboxes->hand_over(letter);
        if (done) return settle();
        const auto& code = done.error().code;
        const bool is_for_good = code == registers::mailbox_refused.name || code == platform::certificate_unusable.name;
        if (!is_for_good) return hold(done.error());
        logging::warning("post.digital_mailbox_refused", done.error());
        return leave(HappeningKind::digital_mailbox_failed);
    }

private:
    template <class Change>
    auto write(Change&& change) {
        const auto by = the_program("digital postkasse");
        const auto now = office_.services.clock.now();
        return office_.services.database.write([&](db::Transaction& transaction) {
            return change(Settling{transaction, office_, by, now});
        });
    }

    /// All that the letter itself says.
    Result<registers::MailboxLetter> read() {
        const auto reader = TRY(office_.services.database.reader());
        const auto opened = TRY(open_dispatch(*reader, office_, dispatch_));
        const auto account = TRY(store::account(*reader, dispatch_.account_id));
        ensure(account.has_value());
        const auto sender = directory::find_organisation(*reader, account->organisation_id, i18n::Language::nb);
        identity_number_ = opened.envelope.recipient.identity_number;
        registers::MailboxLetter letter;
        letter.id = dispatch_.id.to_string();
        letter.sender_name = opened.envelope.sender_name.value_or(account->name);
        if (sender) letter.sender_number = sender->organisation_number;
        letter.needs_high_level = opened.envelope.needs_high_level;
        for (std::size_t i = 0; i < opened.documents.size(); ++i) {
            const auto& document = opened.envelope.documents[i];
            auto bytes = TRY(document_bytes(office_.services.blobs, opened, i));
            letter.documents.push_back(
                {i == 0 ? opened.envelope.title : document.name, document.media_type, std::move(bytes)});
        }
        return letter;
    }

    /// again: an attempt was begun before, whose end nobody may have seen.
    enum class Begun : std::uint8_t { first, again, not_wanted };
    /// From here on the sender cannot stop it.
    Result<Begun> begin(const std::string& provider_number) {
        return write([&](const Settling& settling) -> Result<Begun> {
            const auto found = TRY(store::find(settling.transaction, dispatch_.id));
            if (!found || !waits_for_digital_mailbox(*found)) return Begun::not_wanted;
            const auto known = TRY(store::mailbox_letter(settling.transaction, dispatch_.id));
            TRY(store::begin_mailbox_letter(settling.transaction, dispatch_.id, provider_number, settling.now));
            return known ? Begun::again : Begun::first;
        });
    }

    Result<void> settle() {
        return write([&](const Settling& settling) { return settle_handed_over(settling, dispatch_.id); });
    }

    Result<void> leave(HappeningKind why, bool is_for_paper = false) {
        return write(
            [&](const Settling& settling) { return leave_digital_mailbox(settling, dispatch_.id, why, is_for_paper); });
    }

    /// That somebody we ask is away is no fault of the sender's, and no reason to lose the way.
    Result<void> hold(const Error& why) {
        logging::warning("post.held_for_digital_mailbox", why);
        if (office_.services.clock.now() >= dispatch_.status_at + digital_mailbox_patience) {
            return leave(HappeningKind::digital_mailbox_failed);
        }
        return write([&](const Settling& settling) -> Result<void> {
            auto found = TRY(store::find(settling.transaction, dispatch_.id));
            if (!found || !waits_for_digital_mailbox(*found)) return {};
            const auto history = TRY(store::history(settling.transaction, dispatch_.id));
            if (history.back().kind != HappeningKind::digital_mailbox_away) {
                TRY(settling.move(*found, Status::accepted,
                                  {settling.happening(HappeningKind::digital_mailbox_away, Status::accepted)}));
            }
            return queue_hand_over(settling.transaction, office_, dispatch_.id, attempt_ + 1, settling.now);
        });
    }

    const Office& office_;
    const Dispatch dispatch_;
    const std::int64_t attempt_;
    std::string identity_number_;
};

} // namespace

Result<void> hand_over_letter(const Office& office, const jobs::Job& job) {
    const auto payload = TRY(json::parse(job.payload));
    const auto id = TRY(DispatchId::parse(payload.text_of("dispatch")));
    auto reader = TRY(office.services.database.reader());
    auto dispatch = TRY(store::find(*reader, id));
    reader.reset();
    if (!dispatch || !waits_for_digital_mailbox(*dispatch)) return {};
    if (!office.digital_mailboxes || !office.contacts) {
        // The operator has switched it off meanwhile.
        return office.services.database.write([&](db::Transaction& transaction) {
            const auto by = the_program("digital postkasse");
            const Settling settling{transaction, office, by, office.services.clock.now()};
            return leave_digital_mailbox(settling, id, HappeningKind::digital_mailbox_failed);
        });
    }
    return HandingOver{office, *std::move(dispatch), payload.integer_of("attempt")}.run();
}

} // namespace dispatch
