#include "dispatch/demonstration.hpp"

#include "dispatch/actions/open_account.hpp"
#include "dispatch/jobs/invented_departments.hpp"
#include "dispatch/jobs/invented_letters.hpp"
#include "dispatch/jobs/invented_readers.hpp"
#include "dispatch/jobs/print_letters.hpp"
#include "platform/crypto/cms.hpp"
#include "platform/crypto/key_file.hpp"

#include <fmt/format.h>

namespace dispatch {

namespace {

Result<Account> open_sender(const Office& office, const Principal& program) {
    const auto now = office.services.clock.now();
    auto reader = TRY(office.services.database.reader());
    const auto municipality = TRY(directory::find_organisation_by_key(*reader, "1820"));
    reader.reset();
    const auto id = TRY(AccountId::parse(demonstration::account_id));
    Account account{id, municipality.name, municipality.id, {}, true, now};
    account.duplicate_window = std::chrono::hours{24};
    account.return_address = "Strandgata 52\n8805 Sandnessjøen";
    const NewCredential wanted{std::string{demonstration::sender}, std::string{demonstration::secret}, account.id, {}};
    const auto credential = TRY(hashed(office, wanted));
    TRY(office.services.database.write(
        [&](db::Transaction& transaction) { return open_account(transaction, office, program, account, credential); }));
    return account;
}

Result<void> open_integration_of(const Office& office, const Principal& program, const Account& account) {
    Integration fresh;
    fresh.id = TRY(IntegrationId::parse(demonstration::integration_id));
    fresh.name = "Fagsystem (oppdiktet)";
    fresh.organisation_id = account.organisation_id;
    fresh.consumer_number = demonstration::consumer_number;
    fresh.secret_hash = TRY(hashed_secret(office, demonstration::secret));
    fresh.is_invented = true;
    fresh.opened_at = account.opened_at;
    fresh.accounts = {account.id};
    return office.services.database.write(
        [&](db::Transaction& transaction) { return open_integration(transaction, office, program, fresh); });
}

/// Gives the organisation number that the receiver gets post for.
Result<std::string> open_fetcher(const Office& office, const Principal& program, const std::string& folder) {
    const auto now = office.services.clock.now();
    auto reader = TRY(office.services.database.reader());
    const auto bergen = TRY(directory::find_organisation_by_key(*reader, "4601"));
    reader.reset();
    const auto key = crypto::make_cms_key("Samband demonstrasjon", 10);
    TRY(crypto::create_secret_file(fmt::format("{}/{}", folder, demonstration::key_file), key.private_key_pem));
    TRY(crypto::create_secret_file(fmt::format("{}/{}", folder, demonstration::certificate_file), key.certificate_pem));
    const Receiver receiver{ReceiverId::make(now, office.services.random),
                            "Postmottak i Bergen (oppdiktet)",
                            bergen.id,
                            key.certificate_pem,
                            true,
                            now};
    const NewCredential wanted{
        std::string{demonstration::receiver}, std::string{demonstration::secret}, {}, receiver.id};
    const auto credential = TRY(hashed(office, wanted));
    TRY(office.services.database.write([&](db::Transaction& transaction) {
        return open_receiver(transaction, office, program, receiver, {{bergen.organisation_number, {}, 0, receiver.id}},
                             credential);
    }));
    return bergen.organisation_number;
}

} // namespace

Result<void> load_demonstration(const Office& office, const std::string& folder) {
    auto reader = TRY(office.services.database.reader());
    const auto known = TRY(store::credential(*reader, demonstration::sender));
    reader.reset();
    if (known) return {};
    const auto program = the_program("demonstrasjon");
    const auto account = TRY(open_sender(office, program));
    TRY(open_integration_of(office, program, account));
    TRY(add_invented_departments(office, account));
    const auto organisation_number = TRY(open_fetcher(office, program, folder));
    TRY(send_invented_letters(office, account, organisation_number));
    TRY(give_invented_delegation(office));
    TRY(add_invented_guardianship(office));
    return print_at_once(office);
}

} // namespace dispatch
