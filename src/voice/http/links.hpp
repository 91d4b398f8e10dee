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
    Result<Link> organisation(directory::OrganisationId);
    Result<Link> matter(governance::CaseId);
    Result<Link> body(governance::BodyId);

private:
    const http::Query& query_;
    std::map<std::string, Link> known_;
};

Result<std::vector<EventView>> events_about(const http::Query&, const journal::Subject&);

} // namespace voice
