#pragma once
// The forms for those who keep the directory.
#include "directory/domain/organisation.hpp"
#include "directory/views/requests.hpp"
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"
#include "platform/ui/components.hpp"

namespace directory {

Html register_page(const http::Call&, const ui::FormState&);
Html change_page(const http::Call&, const ui::FormState&, const Organisation&);
Html members_page(const http::Call&, const ui::FormState&, const Organisation& network,
                  const std::vector<OrganisationRow>& members);
Html role_page(const http::Call&, const ui::FormState&, const Organisation&);
/// With what it would move, when something is asked for that can be done.
Html merger_page(const http::Call&, const ui::FormState&, const Organisation&, const MergerRequest& asked,
                 const std::optional<ReformView>& preview);
Html split_page(const http::Call&, const ui::FormState&, const Organisation&, const SplitRequest& asked,
                const std::optional<ReformView>& preview);

} // namespace directory
