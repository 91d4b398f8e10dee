#include "dispatch/actions/preflight.hpp"

#include "dispatch/actions/altinn.hpp"
#include "dispatch/actions/ask_registers.hpp"
#include "dispatch/actions/digital_mailbox.hpp"
#include "dispatch/actions/examine_document.hpp"
#include "dispatch/actions/uploads.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/postage.hpp"
#include "platform/errors.hpp"

namespace dispatch {

/// The look that a real one gets after it was received.
static Result<void> look_into_documents(const Office& office, Arrival& arrival, Preflight& found) {
    auto documents = stored_documents(office, arrival.key, arrival.envelope, arrival.uploads);
    const Opened opened{arrival.envelope, std::move(arrival.key), std::move(documents)};
    for (std::size_t i = 0; i < opened.documents.size(); ++i) {
        auto met = faults_in(office, opened, i);
        if (!met && met.error().code == platform::scanner_unavailable.name) {
            found.unanswered.push_back(Unanswered::virus_scanner);
            return {};
        }
        if (!met && met.error().code == platform::pdf_workshop_unavailable.name) {
            found.unanswered.push_back(Unanswered::document_workshop);
            return {};
        }
        for (auto& fault : TRY(std::move(met)))
            found.faults.push_back(std::move(fault));
    }
    return {};
}

/// The one that knows the recipient, when it is not to be asked.
static std::optional<Unanswered> unasked_register(const Office& office, const Party& recipient, const Asking& asking) {
    const bool is_person = !recipient.identity_number.empty();
    if (is_person && office.contacts && !asking.contacts) return Unanswered::contact_register;
    const bool is_organisation = !is_person && !recipient.organisation_number.empty();
    if (is_organisation && office.organisations && !asking.organisations) return Unanswered::organisation_register;
    return {};
}

static AskedRegisters ask_without_waiting(const Office& office, const Envelope& envelope, Instant now,
                                          const Asking& asking, Preflight& found) {
    if (const auto unasked = unasked_register(office, envelope.recipient, asking)) {
        found.unanswered.push_back(*unasked);
        return {};
    }
    auto answer = ask_registers(office, envelope, now);
    if (!answer) {
        found.unanswered.push_back(Unanswered::contact_register);
        return {};
    }
    if (answer->is_unverified) found.unanswered.push_back(Unanswered::organisation_register);
    return *std::move(answer);
}

static std::optional<std::int64_t> price_of(const PaperPrices& prices, Postage postage) {
    switch (postage) {
    case Postage::norway:
        return prices.norway;
    case Postage::europe:
        return prices.europe;
    case Postage::world:
        break;
    }
    return prices.world;
}

Result<Preflight> preflight(const Office& office, const Account& account, Arrival arrival, Instant now,
                            const Asking& asking) {
    const auto& envelope = arrival.envelope;
    Preflight found;
    found.faults = arrival.faults;
    if (!arrival.is_open) {
        for (auto& fault : TRY(open_encrypted(office, arrival.key, envelope, arrival.uploads)))
            found.faults.push_back(std::move(fault));
    }
    for (auto& fault : faults_of(envelope, arrival.uploads, now)) {
        found.faults.push_back(std::move(fault));
    }
    if (arrival.uploads.empty())
        std::erase_if(found.faults, [](const Fault& fault) { return fault.code == document_missing.name; });
    const auto addressee = recipient_of(office, envelope.recipient);
    AskedRegisters asked;
    if (addressee) asked = ask_without_waiting(office, envelope, now, asking, found);
    if (found.faults.empty() && !arrival.uploads.empty()) {
        TRY(look_into_documents(office, arrival, found));
        found.has_looked_into_documents = true;
    }
    found.faults.insert(found.faults.end(), asked.faults.begin(), asked.faults.end());
    const auto lease = TRY(office.services.database.reader());
    const auto since = now - account.duplicate_window;
    if (account.duplicate_window.count() > 0 &&
        TRY(store::is_repeated(*lease, duplicate_digest(office, account, envelope), since, now))) {
        found.faults.push_back(duplicate.at("#"));
    }
    if (!addressee) return found;
    found.paper_oere = price_of(office.terms.paper_prices, postage_to(envelope.recipient.address.country));
    found.ways = TRY(ways_to(*lease, {*addressee, envelope.department.value_or(""), envelope.dispatch_type,
                                      envelope.needs_high_level ? 4 : 3, envelope.is_digital_only,
                                      may_go_to_digital_mailbox(office, account, envelope, asked),
                                      may_go_to_altinn(office, account, envelope)}));
    if (asked.is_reserved) {
        std::erase_if(found.ways, [](const Way& way) { return way.channel < Channel::print; });
    }
    return found;
}

} // namespace dispatch
