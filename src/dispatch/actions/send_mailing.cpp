#include "dispatch/actions/send_mailing.hpp"

#include "dispatch/actions/uploads.hpp"
#include "dispatch/domain/errors.hpp"
#include "platform/crypto/sealed_stream.hpp"
#include "platform/ensure.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>

namespace dispatch {

Arrival arrival_for(const Office& office, const Arrival& common, Party recipient) {
    Arrival arrival{common.envelope, common.uploads, crypto::Key::make(office.services.random), std::nullopt};
    arrival.envelope.recipient = std::move(recipient);
    arrival.is_open = common.is_open;
    for (auto& upload : arrival.uploads) {
        if (upload.own_key) continue;
        upload.own_key = std::make_shared<const crypto::Key>(crypto::file_key_of(common.key, upload.file_number));
    }
    return arrival;
}

Fault of_recipient(Fault fault, std::size_t position) {
    static constexpr std::string_view alone = "#/recipient";
    const bool is_repeated = fault.code == duplicate.name; // It stands at the whole letter.
    const bool is_in_recipient = fault.pointer == alone || fault.pointer.starts_with("#/recipient/");
    if (!is_repeated && !is_in_recipient) return fault;
    const auto inside = is_repeated ? std::string{} : fault.pointer.substr(alone.size());
    fault.pointer = fmt::format("#/recipients/{}{}", position, inside);
    return fault;
}

void add_new(std::vector<Fault>& faults, Fault fault) {
    const bool is_told = std::ranges::any_of(faults, [&](const Fault& each) {
        return each.pointer == fault.pointer && each.code == fault.code && each.values == fault.values;
    });
    if (!is_told) faults.push_back(std::move(fault));
}

std::size_t recipients_max_of(const Envelope& content) {
    const auto rows = 1 + content.documents.size() + content.exposed_to.size();
    return std::clamp<std::size_t>(mailing_rows_max / rows, 1, mailing_recipients_max);
}

std::vector<Fault> faults_of_list(const Envelope& content, const std::vector<Party>& recipients) {
    std::vector<Fault> faults;
    const auto count_max = recipients_max_of(content);
    if (recipients.empty() || recipients.size() > count_max) {
        faults.push_back(platform::number_out_of_range.at("#/recipients",
                                                          {{"minimum", "1"}, {"maximum", std::to_string(count_max)}}));
        return faults;
    }
    std::unordered_set<std::string> seen;
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        if (seen.insert(compared_recipient(recipients[i])).second) continue;
        faults.push_back(recipient_twice.at(fmt::format("#/recipients/{}", i)));
    }
    return faults;
}

Result<std::vector<Prepared>> prepare_mailing(const Office& office, const Account& account, Arrival common,
                                              const std::vector<Party>& recipients, Instant now) {
    auto faults = std::move(common.faults);
    for (auto& fault : faults_of_list(common.envelope, recipients))
        faults.push_back(std::move(fault));
    if (recipients.size() > recipients_max_of(common.envelope)) return all_at_once(std::move(faults));
    for (auto& fault : TRY(open_encrypted(office, common.key, common.envelope, common.uploads)))
        faults.push_back(std::move(fault));
    common.is_open = true;
    std::vector<Prepared> letters;
    for (std::size_t i = 0; i < recipients.size(); ++i) {
        auto prepared = prepare_dispatch(office, account, arrival_for(office, common, recipients[i]), now);
        if (prepared) {
            letters.push_back(*std::move(prepared));
            continue;
        }
        if (prepared.error().faults.empty()) return prepared.error();
        for (const auto& fault : prepared.error().faults)
            add_new(faults, of_recipient(fault, i));
    }
    if (!faults.empty()) return all_at_once(std::move(faults));
    letters.front().uploads_taken = std::move(common.uploads_taken);
    return letters;
}

Result<MailingId> accept_mailing(db::Transaction& transaction, const Office& office, const Principal& principal,
                                 const std::vector<Prepared>& letters, Instant now) {
    ensure(!letters.empty());
    std::vector<Fault> faults;
    std::vector<DispatchId> ids;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const auto id = accept_dispatch(transaction, office, principal, letters[i], now);
        if (id) {
            ids.push_back(*id);
            continue;
        }
        if (id.error().code != duplicate.name) return id.error();
        faults.push_back(duplicate.at(fmt::format("#/recipients/{}", i)));
    }
    if (!faults.empty()) return all_at_once(std::move(faults));
    const Mailing mailing{MailingId::make(now, office.services.random), letters.front().dispatch.account_id, now};
    TRY(store::insert(transaction, mailing, ids));
    return mailing.id;
}

} // namespace dispatch
