#include "dispatch/dispatch.hpp"

#include "dispatch/actions/accept_dispatch.hpp"
#include "dispatch/actions/carry.hpp"
#include "dispatch/actions/print_place.hpp"
#include "dispatch/actions/queue_notice.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/jobs/ask_about_guardians.hpp"
#include "dispatch/jobs/ask_altinn.hpp"
#include "dispatch/jobs/check_dispatch.hpp"
#include "dispatch/jobs/count_letters.hpp"
#include "dispatch/jobs/give_space_back.hpp"
#include "dispatch/jobs/hand_over_letter.hpp"
#include "dispatch/jobs/mail_alerts.hpp"
#include "dispatch/jobs/print_letters.hpp"
#include "dispatch/jobs/read_mailbox_receipts.hpp"
#include "dispatch/jobs/rewrap_keys.hpp"
#include "dispatch/jobs/send_notice.hpp"
#include "dispatch/jobs/tell_sender.hpp"
#include "dispatch/jobs/tend_post.hpp"
#include "dispatch/store/account_store.hpp"
#include "dispatch/store/space_store.hpp"
#include "dispatch/texts.hpp"

#include <filesystem>
#include <fmt/format.h>

namespace dispatch {

static constexpr std::uint8_t generations_max = 255;

Result<Vault> open_vault(const std::string& folder, const crypto::Key& master, Random& random) {
    std::map<std::uint8_t, crypto::Key> wrapping;
    for (std::uint8_t generation = 1; generation < generations_max; ++generation) {
        const auto path = fmt::format("{}/{}{}", folder, vault_key_prefix, generation);
        if (generation > 1 && !std::filesystem::exists(path)) break;
        auto key = TRY(crypto::load_or_create_master_key(path, random));
        // Whoever has the folder's keys alone, or the master key alone, opens nothing.
        wrapping.emplace(generation, master.derive(fmt::format("samband post {}", key.bytes())));
    }
    return Vault{std::move(wrapping), master.derive("samband post look-up"), random};
}

void add_routes(http::Router& router, const Office& office) {
    add_svarut_v1_routes(router, office);
    add_svarut_v2_routes(router, office);
    add_svarut_v3_routes(router, office);
    add_forsendelse_v9_routes(router, office);
    add_svarut_mottaker_v1_routes(router, office);
    add_svarut_migrering_v1_routes(router, office);
    add_svarinn_v1_routes(router, office);
    add_svarinn_v2_routes(router, office);
    add_mailbox_routes(router, office);
    add_delegation_routes(router, office);
    add_guardianship_routes(router, office);
    add_reply_routes(router, office);
    add_signing_routes(router, office);
    add_outbox_routes(router, office);
    add_print_run_routes(router, office);
    add_receipt_routes(router, office);
    add_own_routes(router, office);
    add_mailing_routes(router, office);
    add_recall_routes(router, office);
    add_webhook_routes(router, office);
    add_retention_routes(router, office);
    add_silent_receiver_routes(router, office);
    add_post_system_routes(router, office);
    add_department_routes(router, office);
    add_upload_routes(router, office);
    add_watching_routes(router, office);
    add_statistics_routes(router, office);
}

const i18n::Catalogue& catalogue() {
    return text::catalogue;
}

Result<void> try_print_place(const Office& office) {
    const auto place = print_place(office);
    return place ? place->prepare() : Result<void>{};
}

std::map<std::string, int> job_attempts() {
    // Once an hour at last: a check for a day, since its dispatch ends then; the others from Thursday to Tuesday.
    return {{std::string{check_job}, 34}, {std::string{tell_job}, 130}, {std::string{notice_job}, 130}};
}

std::map<std::string, jobs::Handler> job_handlers(const Office& office) {
    std::map<std::string, jobs::Handler> handlers;
    handlers[std::string{check_job}] = [&office](const jobs::Job& job) { return check_dispatch(office, job); };
    handlers[std::string{print_job}] = [&office](const jobs::Job&) { return print_letters(office); };
    handlers[std::string{space_job}] = [&office](const jobs::Job&) { return give_space_back(office); };
    handlers[std::string{tell_job}] = [&office](const jobs::Job& job) { return tell_sender(office, job); };
    handlers[std::string{notice_job}] = [&office](const jobs::Job& job) { return send_notice(office, job); };
    handlers[std::string{hand_over_job}] = [&office](const jobs::Job& job) { return hand_over_letter(office, job); };
    handlers[std::string{mailbox_receipts_job}] = [&office](const jobs::Job&) { return read_mailbox_receipts(office); };
    handlers[std::string{altinn_job}] = [&office](const jobs::Job&) { return ask_altinn(office); };
    handlers[std::string{guardians_job}] = [&office](const jobs::Job&) { return ask_about_guardians(office); };
    handlers[std::string{alert_job}] = [&office](const jobs::Job&) { return mail_alerts(office); };
    handlers[std::string{tend_job}] = [&office](const jobs::Job&) { return tend_post(office); };
    handlers[std::string{count_job}] = [&office](const jobs::Job&) { return count_letters(office); };
    handlers[std::string{rewrap_job}] = [&office](const jobs::Job&) { return rewrap_keys(office); };
    return handlers;
}

jobs::RunnerOptions::Together checks_together(const Office& office) {
    const bool is_quick = office.clamd.empty() && !office.contacts && !office.organisations;
    return {is_quick ? 32 : 8, [&office](const jobs::Job& job) { return checked_dispatch(office, job); }};
}

journal::Consumer webhook_consumer(const Office& office) {
    return {"dispatch.webhooks", [&office](db::Transaction& transaction, const journal::StoredEvent& event) {
                return note_change(office, transaction, event);
            }};
}

Result<Space> space_given_back(db::Reader& reader) {
    const auto figures = TRY(store::space_figures(reader));
    return Space{figures.contents, figures.bytes, figures.waiting};
}

directory::Referrer referrer() {
    return {"dispatch.referrer.accounts", store::count_for_organisation, store::move_organisation};
}

Result<Principal> Authenticator::authenticate(const http::Request& request) {
    auto machine = TRY(door_.authenticate(request));
    if (machine) return *std::move(machine);
    return next_.authenticate(request);
}

} // namespace dispatch
