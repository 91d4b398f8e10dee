#pragma once
// Names and addresses of what other modules own, each asked for once in a request.
#include "directory/ids.hpp"
#include "governance/ids.hpp"
#include "platform/http/call.hpp"
#include "voice/views/models.hpp"

#include <map>

namespace voice {

class Links {
public:
    explicit Links(const http::Query& query) : query_{query} {}
    Result<NamedLink> organisation(directory::OrganisationId);
    Result<NamedLink> matter(governance::CaseId);
    Result<NamedLink> body(governance::BodyId);

private:
    const http::Query& query_;
    std::map<std::string, NamedLink> known_;
};

} // namespace voice
