#pragma once
// Names and addresses of what other modules own, each asked for once in a request.
#include "directory/directory.hpp"
#include "governance/ids.hpp"
#include "platform/http/call.hpp"
#include "representation/views/models.hpp"

#include <map>

namespace representation {

class Links {
public:
    explicit Links(const http::Query& query) : query_{query} {}
    Result<directory::OrganisationSummary> summary(directory::OrganisationId);
    Result<NamedLink> organisation(directory::OrganisationId);
    Result<NamedLink> body(governance::BodyId);

private:
    const http::Query& query_;
    std::map<directory::OrganisationId, directory::OrganisationSummary> organisations_;
    std::map<governance::BodyId, NamedLink> bodies_;
};

} // namespace representation
