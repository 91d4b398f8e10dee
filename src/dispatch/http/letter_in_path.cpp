// The letter that a path names, one's own or by virtue of a delegation or a guardianship, and where such letters stand.
#include "dispatch/domain/errors.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/store/mailbox_store.hpp"

#include <fmt/format.h>

namespace dispatch {

Result<DelegationId> delegation_in_path(const http::Call& call) {
    const auto id = DelegationId::parse(call.request.path_value("delegation"));
    if (!id) return delegation_not_found.error();
    return *id;
}

Result<GuardianshipId> guardianship_in_path(const http::Call& call) {
    const auto id = GuardianshipId::parse(call.request.path_value("guardianship"));
    if (!id) return guardianship_not_found.error();
    return *id;
}

static bool is_by_guardianship(const http::Call& call) {
    return !call.request.path_value("guardianship").empty();
}

/// What somebody may see without being asked about in a register.
static Result<FoundLetter> letter_without_asking(db::Reader& reader, const http::Call& call) {
    const auto id = TRY(dispatch_in_path(call));
    if (call.request.path_value("delegation").empty()) return readable_letter(reader, call.principal, id);
    const auto delegation = DelegationId::parse(call.request.path_value("delegation"));
    if (!delegation) return dispatch_not_found.error();
    return letter_by_delegation(reader, call.principal, *delegation, id, call.today());
}

static Result<FoundLetter> letter_in_mailbox(db::Reader& reader, const http::Call& call, Mailbox mailbox) {
    const auto reading = TRY(directory::PersonId::parse(call.principal.id));
    auto letter = TRY(store::letter_of(reader, mailbox, reading, TRY(dispatch_in_path(call))));
    return FoundLetter{std::move(letter), std::move(mailbox)};
}

Result<FoundLetter> letter_in_path(const Office& office, db::Reader& reader, const http::Call& call) {
    if (!is_by_guardianship(call)) return letter_without_asking(reader, call);
    const auto id = TRY(guardianship_in_path(call));
    auto mailbox = TRY(mailbox_by_guardianship(office, reader, call.principal, id, call.now));
    return letter_in_mailbox(reader, call, std::move(mailbox));
}

Result<FoundLetter> letter_in_path_still(const Office& office, db::Transaction& transaction, const http::Call& call) {
    if (!is_by_guardianship(call)) return letter_without_asking(transaction, call);
    const auto id = TRY(guardianship_in_path(call));
    auto mailbox = TRY(confirmed_mailbox(office, transaction, call.principal, id, call.now));
    return letter_in_mailbox(transaction, call, std::move(mailbox));
}

/// Where all stand that may be read by virtue of something.
static std::string path_of_letters(const Acting& acting) {
    const bool is_guardian = acting.ground == ActingGround::guardianship;
    return fmt::format("/{}/{}/letters", is_guardian ? "guardianships" : "delegations", acting.id);
}

std::string path_of_letter(const Mailbox& mailbox, DispatchId id) {
    if (!mailbox.acting) return "/mailbox/" + id.to_string();
    return path_of_letters(*mailbox.acting) + "/" + id.to_string();
}

Result<std::string> name_of_person(db::Reader& reader, directory::PersonId id) {
    const auto people = TRY(directory::people_by_id(reader, {id}));
    return people.empty() ? std::string{} : people.front().name;
}

std::optional<ActingView> acting_view(const Mailbox& mailbox) {
    if (!mailbox.acting) return {};
    const auto& acting = *mailbox.acting;
    return ActingView{acting.name,       path_of_letters(acting), acting.ground == ActingGround::guardianship,
                      acting.may_answer, acting.counts_as_read,   acting.shows_high};
}

} // namespace dispatch
