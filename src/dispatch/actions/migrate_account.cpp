#include "dispatch/actions/migrate_account.hpp"

#include "dispatch/store/integration_store.hpp"

namespace dispatch {

Result<Migrated> migrate_account(const Keeping& keeping, const Account& account, const std::string& consumer_number,
                                 const FreshSecret& fresh) {
    if (const auto known = TRY(store::integration_of(keeping.transaction, account.id, consumer_number))) {
        TRY(change_secret(keeping, SystemKind::integration, known->to_string(), {}, fresh));
        return Migrated{*known, fresh.secret};
    }
    NewIntegration wanted;
    wanted.name = account.name;
    wanted.consumer_number = consumer_number;
    wanted.accounts = {account.id};
    return Migrated{TRY(open_own_integration(keeping, wanted, fresh)), fresh.secret};
}

} // namespace dispatch
