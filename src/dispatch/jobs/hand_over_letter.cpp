#include "dispatch/jobs/hand_over_letter.hpp"

#include "dispatch/actions/digital_mailbox.hpp"
#include "dispatch/jobs/hand_over_to_altinn.hpp"
#include "dispatch/jobs/handing_over.hpp"
#include "dispatch/store/mailbox_letter_store.hpp"
#include "platform/errors.hpp"
#include "registers/errors.hpp"

namespace dispatch {

namespace {

class HandingOverToMailbox : HandingOver {
public:
    HandingOverToMailbox(const Office& office, Dispatch dispatch, std::int64_t attempt)
        : HandingOver{office, mailbox_carrier, std::move(dispatch), attempt} {}

    Result<void> run() {
        auto content = TRY(read());
        const auto contact = office_.contacts->find(content.envelope.recipient.identity_number);
        if (!contact) return hold(contact.error());
        if (contact->is_reserved) return leave(HappeningKind::reserved, true);
        if (!contact->mailbox) return leave(carrier_.failed);
        const auto letter = letter_of(std::move(content), *contact);
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
        return is_for_good ? refuse(done.error()) : hold(done.error());
    }

private:
    [[nodiscard]] registers::MailboxLetter letter_of(Content content, const registers::Contact& contact) const {
        registers::MailboxLetter letter;
        letter.id = dispatch_.id.to_string();
        letter.sender_name = std::move(content.sender_name);
        letter.sender_number = std::move(content.sender_number);
        letter.mailbox = *contact.mailbox;
        letter.language = contact.language;
        letter.needs_high_level = content.envelope.needs_high_level;
        for (std::size_t i = 0; i < content.documents.size(); ++i) {
            const auto& document = content.envelope.documents[i];
            letter.documents.push_back({i == 0 ? content.envelope.title : document.name, document.media_type,
                                        std::move(content.documents[i])});
        }
        return letter;
    }

    /// From here on the sender cannot stop it.
    Result<Begun> begin(const std::string& provider_number) {
        return write([&](const Settling& settling) -> Result<Begun> {
            const auto found = TRY(store::find(settling.transaction, dispatch_.id));
            if (!found || !waits_for(carrier_, *found)) return Begun::not_wanted;
            const auto known = TRY(store::mailbox_letter(settling.transaction, dispatch_.id));
            TRY(store::begin_mailbox_letter(settling.transaction, dispatch_.id, provider_number, settling.now));
            return known ? Begun::again : Begun::first;
        });
    }

    Result<void> settle() {
        return write([&](const Settling& settling) { return settle_handed_over(settling, dispatch_.id); });
    }
};

bool is_open(const Office& office, const Carrier& carrier) {
    if (carrier.channel == Channel::altinn) return office.altinn != nullptr;
    return office.digital_mailboxes && office.contacts;
}

} // namespace

Result<void> hand_over_letter(const Office& office, const jobs::Job& job) {
    const auto payload = TRY(json::parse(job.payload));
    const auto id = TRY(DispatchId::parse(payload.text_of("dispatch")));
    auto reader = TRY(office.services.database.reader());
    auto dispatch = TRY(store::find(*reader, id));
    reader.reset();
    const auto* carrier = dispatch ? carrier_of(dispatch->channel) : nullptr;
    if (carrier == nullptr || !waits_for(*carrier, *dispatch)) return {};
    if (!is_open(office, *carrier)) {
        // The operator has switched it off meanwhile.
        return office.services.database.write([&](db::Transaction& transaction) {
            const auto by = the_program(std::string{carrier->name});
            const Settling settling{transaction, office, by, office.services.clock.now()};
            return leave(settling, *carrier, id, carrier->failed);
        });
    }
    const auto attempt = payload.integer_of("attempt");
    if (carrier->channel == Channel::altinn) return hand_over_to_altinn(office, *std::move(dispatch), attempt);
    return HandingOverToMailbox{office, *std::move(dispatch), attempt}.run();
}

} // namespace dispatch
