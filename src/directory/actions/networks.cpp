#include "directory/directory.hpp"
#include "directory/domain/errors.hpp"
#include "directory/store/membership_store.hpp"
#include "directory/store/organisation_store.hpp"

namespace directory {

static Result<void> tell_of_membership(db::Transaction& transaction, const Doer& doer, std::string_view type,
                                       const Organisation& network, const Organisation& member) {
    journal::Event event{
        .type = type,
        .subjects = {{"organisation", network.id.to_string()}, {"organisation", member.id.to_string()}},
        .body = {}};
    event.body.text("network", shown_name(network, i18n::Language::nb))
        .text("member", shown_name(member, i18n::Language::nb));
    TRY(doer.journal.append(transaction, doer.principal, event, doer.now));
    return {};
}

static Result<Organisation> network_with(db::Reader& reader, OrganisationId id) {
    auto network = TRY(store::organisation(reader, id));
    if (network.kind != OrganisationKind::network) return not_a_network.error();
    return network;
}

Result<void> join_network(db::Transaction& transaction, const Doer& doer, OrganisationId network_id,
                          OrganisationId member_id, Date from, std::string_view basis) {
    const auto network = TRY(network_with(transaction, network_id));
    const auto member = TRY(store::organisation(transaction, member_id));
    if (!member.exists_on(from)) return organisation_ended.error({{"organisation", shown_name(member, {})}});
    if (TRY(store::membership(transaction, network_id, member_id, from))) {
        return already_member.error({{"organisation", shown_name(member, {})}});
    }
    const auto id = Uuid::make(doer.now, doer.random).to_string();
    TRY(store::insert_membership(transaction, {id, network_id, member_id, {from, {}}, std::string{basis}}));
    return tell_of_membership(transaction, doer, "directory.network_joined", network, member);
}

Result<void> leave_network(db::Transaction& transaction, const Doer& doer, OrganisationId network_id,
                           OrganisationId member_id, Date from) {
    const auto network = TRY(network_with(transaction, network_id));
    const auto member = TRY(store::organisation(transaction, member_id));
    const auto membership = TRY(store::membership(transaction, network_id, member_id, from));
    if (!membership) return not_member.error({{"organisation", shown_name(member, {})}});
    TRY(store::end_membership(transaction, membership->id, from));
    return tell_of_membership(transaction, doer, "directory.network_left", network, member);
}

} // namespace directory
