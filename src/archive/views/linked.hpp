#pragma once
// Cases and meetings as JSON-LD, in the words of eInnsyn: what everybody may see, and of the rest that it is there and
// why it is not shown. Source: eInnsyn's examples of Saksmappe, Journalpost, Moetemappe and withdrawal.
#include "governance/accounts.hpp"

#include <string>
#include <string_view>

namespace archive {

/// Both take the open part of an account. public_url: what ids and files are addressed below, without a slash at the
/// end.
std::string linked_case(const governance::CaseAccount&, std::string_view public_url);
std::string linked_meeting(const governance::MeetingAccount&, std::string_view public_url);

} // namespace archive
