#pragma once
// What all changes of the directory by form or JSON have in common.
#include "directory/directory.hpp"
#include "directory/domain/organisation.hpp"
#include "directory/rights.hpp"
#include "platform/ui/form_again.hpp"

namespace directory {

/// Who does it, for actions.
Doer doer_of(const http::Command&);
/// The error with each field named that it is about, so that the form can point at it.
Error at_its_field(Error);
/// The organisation in the path, when the one who asks may change it: for everything, or for this one.
Result<Organisation> organisation_to_change(db::Reader&, const http::Call&);
/// The same for a page.
Result<Organisation> organisation_to_change(const http::Query&);

/// Whom a field of the request names. Fails with platform.request_faulty, pointing at the field.
Result<Organisation> organisation_named(db::Reader&, std::string_view key, std::string_view pointer);

} // namespace directory
