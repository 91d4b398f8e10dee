#include "dispatch/actions/accept_dispatch.hpp"

#include "dispatch/actions/content.hpp"
#include "dispatch/actions/uploads.hpp"
#include "dispatch/dispatch.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/store/upload_store.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/crypto/sealing.hpp"
#include "platform/jobs/jobs.hpp"
#include "platform/unicode.hpp"

namespace dispatch {

Result<Recipient> recipient_of(const Office& office, const Party& party) {
    Recipient recipient;
    if (!party.identity_number.empty()) {
        recipient.kind = RecipientKind::person;
        recipient.identity_hash = TRY(directory::identity_hash(office.person_key, party.identity_number));
    } else if (!party.organisation_number.empty()) {
        recipient.kind = RecipientKind::organisation;
        recipient.organisation_number = TRY(directory::checked_organisation_number(party.organisation_number));
    }
    return recipient;
}

std::string compared_recipient(const Party& party) {
    if (!party.identity_number.empty()) return "person\n" + party.identity_number;
    if (!party.organisation_number.empty()) return "organisation\n" + party.organisation_number;
    const auto& address = party.address;
    std::string text{"address"};
    for (const auto* part : {&address.name, &address.line1, &address.line2, &address.line3, &address.postal_code,
                             &address.town, &address.country}) {
        text += '\n';
        text += unicode::trimmed(unicode::composed(*part));
    }
    return text;
}

db::Bytes duplicate_digest(const Office& office, const Account& account, const Envelope& envelope) {
    auto text = account.id.to_string() + "\n" + compared_recipient(envelope.recipient) + "\n" +
                std::string{unicode::trimmed(unicode::composed(envelope.title))};
    if (envelope.department) text += "\n" + *envelope.department;
    return office.vault.digest("duplicate", text);
}

static Manifest manifest_of(const Office& office, const Account& account, const Dispatch& fresh,
                            const Envelope& envelope) {
    Manifest manifest;
    manifest.dispatch = fresh.id.to_string();
    manifest.sender = envelope.sender_name.value_or(account.name);
    manifest.recipient = envelope.recipient.address.name;
    if (!envelope.recipient.organisation_number.empty()) {
        manifest.organisation_number = envelope.recipient.organisation_number;
    }
    manifest.title = envelope.title;
    manifest.salt = office.services.random.token(16);
    manifest.received_at = fresh.received_at;
    for (const auto& document : envelope.documents) {
        manifest.documents.push_back({document.name, document.sha256, document.bytes});
    }
    return manifest;
}

std::vector<StoredDocument> stored_documents(const Office& office, const crypto::Key& key, Envelope& envelope,
                                             const std::vector<Upload>& uploads) {
    std::vector<StoredDocument> documents;
    const auto ordered = in_order(envelope, uploads);
    for (std::size_t i = 0; i < ordered.size(); ++i) {
        envelope.documents[i].bytes = static_cast<std::int64_t>(ordered[i].bytes);
        envelope.documents[i].sha256 = crypto::to_hex(crypto::view(ordered[i].sha256));
        StoredDocument document{ordered[i].blob, static_cast<std::int64_t>(ordered[i].file_number),
                                static_cast<std::int64_t>(ordered[i].bytes)};
        if (const auto& own = ordered[i].own_key) {
            document.wrapped_key = wrapped_file_key(office, key, *own, document.blob);
        }
        documents.push_back(std::move(document));
    }
    return documents;
}

Result<Prepared> prepare_dispatch(const Office& office, const Account& account, Arrival arrival, Instant now) {
    auto& envelope = arrival.envelope;
    auto faults = std::move(arrival.faults);
    if (!arrival.is_open) {
        for (auto& fault : TRY(open_encrypted(office, arrival.key, envelope, arrival.uploads))) {
            faults.push_back(std::move(fault));
        }
    }
    for (auto& fault : faults_of(envelope, arrival.uploads, now)) {
        faults.push_back(std::move(fault));
    }
    if (!faults.empty()) return all_at_once(std::move(faults));

    Prepared prepared;
    prepared.duplicate_window = account.duplicate_window;
    prepared.uploads_taken = std::move(arrival.uploads_taken);
    prepared.documents = stored_documents(office, arrival.key, envelope, arrival.uploads);
    prepared.recipients.push_back(TRY(recipient_of(office, envelope.recipient)));
    for (const auto& party : envelope.exposed_to) {
        prepared.recipients.push_back(TRY(recipient_of(office, party)));
    }

    auto& fresh = prepared.dispatch;
    prepared.has_chosen_id = arrival.id.has_value();
    fresh.id = arrival.id.value_or(DispatchId::make(now, office.services.random));
    fresh.account_id = account.id;
    fresh.status_at = fresh.received_at = now;
    fresh.dispatch_type = envelope.dispatch_type;
    fresh.level = envelope.needs_high_level ? 4 : 3;
    fresh.is_digital_only = envelope.is_digital_only;
    fresh.external_reference = envelope.external_reference;
    fresh.sending_system = envelope.sending_system;
    fresh.department = envelope.department.value_or("");
    const auto text = json::write(envelope);
    fresh.duplicate_digest = duplicate_digest(office, account, envelope);
    fresh.content_digest = office.vault.digest("content", text);
    const auto place = fresh.id.to_string();
    fresh.envelope = office.vault.seal(arrival.key.derive("envelope"), text, place);
    fresh.wrapped_key = office.vault.wrap(arrival.key, fresh.id);
    const auto manifest = json::write(manifest_of(office, account, fresh, envelope));
    prepared.manifest_digest = crypto::to_hex(crypto::view(crypto::sha256(manifest)));
    fresh.manifest = office.vault.seal(office.vault.lasting_key(), manifest, place);
    return prepared;
}

static Result<std::int64_t> tell_received(db::Transaction& transaction, const Office& office,
                                          const Principal& principal, const Prepared& prepared, Instant now) {
    journal::Body body;
    // Persons who answer a letter send for no organisation.
    std::vector<journal::Subject> subjects{{"dispatch", prepared.dispatch.id.to_string()}};
    if (!principal.organisation_id.empty()) subjects.push_back({"organisation", principal.organisation_id});
    body.text("manifest", prepared.manifest_digest)
        .number("documents", static_cast<std::int64_t>(prepared.documents.size()));
    const auto stored = TRY(office.services.journal.append(transaction, principal,
                                                           {.type = "dispatch.post_received",
                                                            .subjects = std::move(subjects),
                                                            .body = std::move(body),
                                                            .visibility = journal::Visibility::internal},
                                                           now));
    return stored.sequence;
}

Result<DispatchId> accept_dispatch(db::Transaction& transaction, const Office& office, const Principal& principal,
                                   Prepared prepared, Instant now) {
    auto& fresh = prepared.dispatch;
    const auto known = prepared.has_chosen_id ? TRY(store::find(transaction, fresh.id)) : std::nullopt;
    if (known) {
        const bool is_retry = known->account_id == fresh.account_id && known->content_digest == fresh.content_digest;
        return is_retry ? Result<DispatchId>{known->id} : id_taken.error();
    }
    if (prepared.duplicate_window.count() > 0 &&
        TRY(store::is_repeated(transaction, fresh.duplicate_digest, now - prepared.duplicate_window, now))) {
        return duplicate.error();
    }
    std::vector<std::string> taken;
    if (!prepared.uploads_taken.empty()) {
        for (const auto& document : prepared.documents)
            taken.push_back(document.blob);
    }
    for (const auto& upload : prepared.uploads_taken) {
        if (!TRY(store::remove(transaction, upload, fresh.account_id, now, taken))) return upload_not_found.error();
    }
    fresh.received_event = TRY(tell_received(transaction, office, principal, prepared, now));
    TRY(store::insert(transaction, fresh, prepared.recipients, prepared.documents));
    TRY(store::add(transaction, fresh.id, {{now, HappeningKind::received, Status::received, {}}}));
    TRY(jobs::enqueue(transaction, check_job, R"({"dispatch":")" + fresh.id.to_string() + "\"}", now, now,
                      office.services.random, fresh.id.to_string()));
    return fresh.id;
}

} // namespace dispatch
