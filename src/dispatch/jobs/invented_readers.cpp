#include "dispatch/jobs/invented_readers.hpp"

#include "dispatch/actions/act_for_another.hpp"
#include "dispatch/actions/keep_delegations.hpp"
#include "dispatch/actions/keep_guardianships.hpp"
#include "dispatch/demonstration.hpp"

namespace dispatch {

Result<std::optional<Principal>> invented_person(const Office& office, std::string_view number) {
    auto reader = TRY(office.services.database.reader());
    const auto person = TRY(directory::find_person_by_identity_number(*reader, office.person_key, number));
    if (!person) return std::optional<Principal>{};
    Principal somebody;
    somebody.kind = PrincipalKind::person;
    somebody.id = person->id.to_string();
    somebody.name = person->name;
    somebody.assurance = "substantial";
    return std::optional{std::move(somebody)};
}

Result<void> give_invented_delegation(const Office& office) {
    const auto giver = TRY(invented_person(office, demonstration::citizen_number));
    const auto helper = TRY(invented_person(office, demonstration::helper_number));
    if (!giver || !helper) return {};
    const auto at = office.services.clock.now();
    const auto today = norwegian_date(at);
    NewDelegation wanted;
    wanted.identity_number = std::string{demonstration::helper_number};
    wanted.name = helper->name;
    wanted.valid_from = norwegian_date(at - std::chrono::days{30});
    wanted.valid_to = norwegian_date(at + std::chrono::days{365});
    wanted.letters = DelegationLetters::all_senders;
    wanted.may_answer = true;
    auto& database = office.services.database;
    const auto id = TRY(database.write([&](db::Transaction& transaction) {
        return give_delegation({transaction, office, *giver, at}, wanted);
    }));
    return database.write([&](db::Transaction& transaction) -> Result<void> {
        TRY(accept_delegation({transaction, office, *helper, at}, id));
        const auto mailbox = TRY(mailbox_by_delegation(transaction, *helper, id, today));
        const auto letters = TRY(store::letters_of(transaction, mailbox, {}, {}));
        if (letters.empty()) return {};
        return open_letter_by_delegation({transaction, office, *helper, at}, id, letters.front().dispatch.id);
    });
}

Result<void> add_invented_guardianship(const Office& office) {
    const auto guardian = TRY(invented_person(office, demonstration::citizen_number));
    if (!guardian) return {};
    const auto at = office.services.clock.now();
    const ToldGuardianship told{std::string{demonstration::ward_number}, std::string{demonstration::ward_name},
                                at - std::chrono::days{30}};
    return office.services.database.write([&](db::Transaction& transaction) -> Result<void> {
        TRY(keep_guardianship({transaction, office, *guardian, at}, told));
        return {};
    });
}

} // namespace dispatch
