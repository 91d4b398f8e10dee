#pragma once
// Departments and choices of organisations.
#include "directory/ids.hpp"
#include "dispatch/domain/department.hpp"
#include "platform/db/database.hpp"

namespace dispatch::store {

/// One that is there already gets the name, and is open again.
Result<void> put(db::Transaction&, directory::OrganisationId, const Department&);
/// False when there is no open one.
Result<bool> close_department(db::Transaction&, directory::OrganisationId, std::string_view key, Instant);
Result<std::optional<Department>> department(db::Reader&, directory::OrganisationId, std::string_view key);
/// The open ones first, by name.
Result<std::vector<Department>> departments_of(db::Reader&, directory::OrganisationId);

/// One for the same department and type is replaced.
Result<void> put(db::Transaction&, directory::OrganisationId, const PostChoice&);
/// False when the organisation has none such.
Result<bool> remove_choice(db::Transaction&, directory::OrganisationId, ChoiceId);
Result<std::vector<PostChoice>> choices_of(db::Reader&, directory::OrganisationId);

/// Which post it is, as far as organisations choose by that.
struct PostKind {
    std::string_view organisation_number, department, dispatch_type;
    std::int64_t level = 3;
};
/// Who takes it and how it is wanted first, each by the most specific that is kept: its department before every one,
/// then its type before every type, then its level before both.
struct Taking {
    std::optional<ReceiverId> receiver{};
    std::string receiver_name{};
    std::optional<ChosenChannel> channel{};
};
Result<Taking> taking_of(db::Reader&, const PostKind&);

/// Of an organisation that has become part of another. A department that the other has stands as it is. Choices
/// of a receiver go on counting for the number that they were made for, as receivers do; the others end.
Result<void> move_departments(db::Transaction&, directory::OrganisationId from, directory::OrganisationId to);

} // namespace dispatch::store
