#include "directory/http/organisation_reading.hpp"
#include "directory/store/history_store.hpp"
#include "directory/store/organisation_store.hpp"
#include "platform/search/words.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace directory {

static constexpr std::int64_t page_size = 50;
static constexpr std::size_t words_asked_max = 8, words_searched_max = 40;

Result<CountyNames> county_names(const http::Query& query) {
    CountyNames names;
    for (const auto& county : TRY(store::counties(query.reader, query.today()))) {
        names[county.number] = shown_name(county, query.request.language);
    }
    return names;
}

OrganisationRow row_of(const http::Call& call, const Organisation& organisation, const CountyNames& counties) {
    const auto county = counties.find(organisation.county_number);
    const bool has_county = organisation.kind == OrganisationKind::municipality && county != counties.end();
    return {.id = organisation.id,
            .name = shown_name(organisation, call.request.language),
            .kind = organisation.kind,
            .number = organisation.number,
            .organisation_number = organisation.organisation_number,
            .county_number = organisation.county_number,
            .county_name = has_county ? county->second : std::string{},
            .population = organisation.population,
            .ended_on = organisation.period.to,
            .is_invented = organisation.is_invented,
            .url = "/organisations/" + organisation.slug};
}

std::vector<OrganisationRow> rows_of(const http::Call& call, const std::vector<Organisation>& organisations,
                                     const CountyNames& counties) {
    std::vector<OrganisationRow> rows;
    for (const auto& organisation : organisations) {
        rows.push_back(row_of(call, organisation, counties));
    }
    return rows;
}

static std::vector<std::string> folded(std::string_view text, std::size_t words_max) {
    std::vector<std::string> words;
    for (auto& word : search::words_of(text, words_max)) {
        words.push_back(std::move(word.folded));
    }
    return words;
}

/// Which organisations have, for each word asked, a word that begins so; their whole-word hits count double.
static Result<std::map<OrganisationId, int>> hits(const http::Query& query, std::string_view asked) {
    const auto wanted = folded(asked, words_asked_max);
    std::map<OrganisationId, std::vector<int>> found;
    for (const auto& [id, text] : TRY(store::searchable_words(query.reader))) {
        auto& best = found.try_emplace(id, wanted.size(), 0).first->second;
        const auto words = folded(text, words_searched_max);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            for (const auto& word : words) {
                if (word.starts_with(wanted[i])) best[i] = std::max(best[i], word == wanted[i] ? 2 : 1);
            }
        }
    }
    std::map<OrganisationId, int> scores;
    for (const auto& [id, best] : found) {
        if (std::ranges::count(best, 0) > 0 || best.empty()) continue;
        int score = 0;
        for (const int one : best) {
            score += one;
        }
        scores[id] = score;
    }
    return scores;
}

static bool is_of_kind(const Organisation& organisation, OrganisationKind kind,
                       const std::set<OrganisationId>& counties) {
    return organisation.kind == kind || (kind == OrganisationKind::county && counties.contains(organisation.id));
}

static std::set<OrganisationId> ids_of(const std::vector<Organisation>& organisations) {
    std::set<OrganisationId> ids;
    for (const auto& organisation : organisations) {
        ids.insert(organisation.id);
    }
    return ids;
}

static Result<std::vector<Organisation>> matching(const http::Query& query, const OrganisationFilter& filter) {
    auto organisations = TRY(store::all_organisations(query.reader));
    const auto counties = ids_of(TRY(store::counties(query.reader, query.today())));
    const bool takes_ended = filter.ended || filter.q;
    std::optional<std::set<OrganisationId>> members;
    if (filter.network) {
        const auto network = TRY(store::organisation_by_key(query.reader, *filter.network));
        members = ids_of(TRY(store::members(query.reader, network.id, query.today())));
    }
    std::erase_if(organisations, [&](const Organisation& organisation) {
        return (!takes_ended && !organisation.exists_on(query.today())) ||
               (filter.kind && !is_of_kind(organisation, *filter.kind, counties)) ||
               (filter.county && organisation.county_number != *filter.county) ||
               (members && !members->contains(organisation.id));
    });
    return organisations;
}

/// Those that exist go before those that have ended, better hits before others, then by name.
static Result<void> sort(const http::Query& query, const OrganisationFilter& filter, std::vector<Organisation>& found) {
    std::map<OrganisationId, int> scores;
    if (filter.q) {
        scores = TRY(hits(query, *filter.q));
        std::erase_if(found, [&](const Organisation& one) { return !scores.contains(one.id); });
    }
    const auto language = query.request.language;
    std::ranges::sort(found, [&](const Organisation& left, const Organisation& right) {
        const bool left_lives = !left.period.to, right_lives = !right.period.to;
        if (left_lives != right_lives) return left_lives;
        if (filter.q && scores[left.id] != scores[right.id]) return scores[left.id] > scores[right.id];
        const int order = query.t.compare(shown_name(left, language), shown_name(right, language));
        return order != 0 ? order < 0 : left.slug < right.slug;
    });
    return {};
}

static int page_asked(const http::Request& request, int pages) {
    const auto text = request.query.first("page").value_or("1");
    int page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp(page, 1, std::max(pages, 1));
}

Result<OrganisationListView> read_organisations(const http::Query& query, const OrganisationFilter& filter,
                                                bool all_pages) {
    auto found = TRY(matching(query, filter));
    TRY(sort(query, filter, found));
    OrganisationListView list{.organisations = {}, .total = static_cast<std::int64_t>(found.size())};
    list.pages = all_pages ? 1 : static_cast<int>(std::max<std::int64_t>(1, (list.total + page_size - 1) / page_size));
    list.page = all_pages ? 1 : page_asked(query.request, list.pages);
    if (!all_pages) {
        const auto begin = std::min<std::size_t>(static_cast<std::size_t>((list.page - 1) * page_size), found.size());
        const auto end = std::min<std::size_t>(begin + page_size, found.size());
        found = {found.begin() + static_cast<std::ptrdiff_t>(begin), found.begin() + static_cast<std::ptrdiff_t>(end)};
    }
    list.organisations = rows_of(query, found, TRY(county_names(query)));
    return list;
}

} // namespace directory
