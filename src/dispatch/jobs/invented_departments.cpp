#include "dispatch/jobs/invented_departments.hpp"

#include "dispatch/actions/keep_departments.hpp"
#include "platform/crypto/cms.hpp"

namespace dispatch {

static NewReceiver invented_receiver() {
    NewReceiver wanted;
    wanted.name = Line<100>{"Byggesakssystem (oppdiktet)"};
    wanted.user_name = Line<64>{"byggesak-oppdiktet"};
    wanted.certificate = Prose<20'000>{crypto::make_cms_key("Samband demonstrasjon, byggesak", 10).certificate_pem};
    wanted.dispatch_type = Line<100>{"Byggesøknad"};
    wanted.department = Line<40>{"byggesak"};
    return wanted;
}

Result<void> add_invented_departments(const Office& office, const Account& account) {
    const auto program = the_program("demonstrasjon");
    const auto wanted = invented_receiver();
    const auto fresh = fresh_secret(office); // Known to nobody: this one never fetches.
    return office.services.database.write([&](db::Transaction& transaction) -> Result<void> {
        const Keeping keeping{transaction, office, program, account.organisation_id, account.opened_at};
        TRY(name_department(keeping, {Line<40>{"barnehage"}, Line<100>{"Barnehage og skole (oppdiktet)"}}));
        TRY(name_department(keeping, {Line<40>{"byggesak"}, Line<100>{"Byggesak (oppdiktet)"}}));
        TRY(choose_channel(keeping, {Line<40>{"barnehage"}, std::nullopt, ChosenChannel::mailbox}));
        TRY(open_own_receiver(keeping, wanted, fresh));
        return {};
    });
}

} // namespace dispatch
