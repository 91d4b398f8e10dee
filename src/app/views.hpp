#pragma once
// The pages that gather from several modules: the front page and search.
#include "platform/http/router.hpp"
#include "platform/json/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct CaseTeaser {
    std::string number, title, path, state, body;
    std::string language;
    std::optional<Date> next_day;
    std::optional<Date> input_until;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(CaseTeaser, (), (number, title, path, state, body, language, next_day, input_until, changed_at))

struct HappeningTeaser {
    std::int64_t sequence = 0;
    Instant at;
    std::string what, title, path;
};
BOOST_DESCRIBE_STRUCT(HappeningTeaser, (), (sequence, at, what, title, path))

struct FrontView {
    std::vector<CaseTeaser> decided_soon;
    std::vector<CaseTeaser> open_for_input;
    std::vector<CaseTeaser> newest;
    std::vector<HappeningTeaser> happenings;
    std::int64_t municipalities = 0;
    std::int64_t counties = 0;
};
BOOST_DESCRIBE_STRUCT(FrontView, (), (decided_soon, open_for_input, newest, happenings, municipalities, counties))

struct SearchQuestion {
    std::optional<Line<200>> q;
    std::optional<Line<40>> kind;
    std::optional<std::int64_t> page;
};
BOOST_DESCRIBE_STRUCT(SearchQuestion, (), (q, kind, page))

struct SearchHit {
    std::string kind, id, title, path, before, match, after;
    Instant changed_at;
};
BOOST_DESCRIBE_STRUCT(SearchHit, (), (kind, id, title, path, before, match, after, changed_at))

struct SearchKind {
    std::string kind;
    std::int64_t count = 0;
};
BOOST_DESCRIBE_STRUCT(SearchKind, (), (kind, count))

struct SearchView {
    std::string words, kind;
    std::int64_t total = 0, page = 1, pages = 1;
    std::vector<SearchKind> kinds;
    std::vector<SearchHit> hits;
};
BOOST_DESCRIBE_STRUCT(SearchView, (), (words, kind, total, page, pages, kinds, hits))

/// "/", "/search", each also as JSON.
void add_routes(http::Router&);

} // namespace app
