#include "oparl/actions/walks.hpp"
#include "oparl/domain/errors.hpp"
#include "oparl/domain/page.hpp"

#include <array>
#include <fmt/format.h>
#include <set>

namespace oparl {

namespace {

/// A server may give a page or two without anything new while its lists change; one that goes on doing so leads
/// nowhere.
constexpr int pages_without_news_max = 3;

/// Lists of a body, those first whose objects also stand inside others: what stands alone says most.
constexpr std::array<std::string_view, 10> lists_of_body{
    "legislativeTermList", "locationList", "file",   "agendaItem", "consultation",
    "membership",          "organization", "person", "meeting",    "paper"};

std::string with_since(const std::string& address, std::optional<Instant> since) {
    if (!since) return address;
    return fmt::format("{}{}modified_since={}", address, address.find('?') == std::string::npos ? '?' : '&',
                       to_string(*since));
}

class SystemWalk {
public:
    SystemWalk(const Positions& positions, std::optional<Instant> since, const ImportRequest& request, Intake& intake)
        : positions_{positions}, since_{since}, request_{request}, intake_{intake} {}

    Result<void> go() {
        auto allowed = request_.allowed_origins;
        allowed.push_back(origin_of(request_.place));
        origins_ = Origins{std::move(allowed)};
        intake_.set_origins(origins_);
        const auto first = TRY(request_.fetch(request_.place));
        if (first.status != 200) {
            return source_unreadable.error({{"place", request_.place}, {"why", fmt::format("HTTP {}", first.status)}});
        }
        const auto page = read_page(first.body);
        bool has_begun = false;
        for (const auto& item : page.items) {
            const auto object = json::parse(item);
            if (!object) continue;
            const auto type = type_from(object->text_of("type"));
            if (type == ObjectType::system) bodies_list_ = object->text_of("body");
            if (type == ObjectType::body) note_lists(*object);
            has_begun = has_begun || type == ObjectType::system || type == ObjectType::body;
        }
        if (!has_begun) return source_unreadable.error({{"place", request_.place}, {"why", "OParl"}});
        TRY(intake_.take_page(request_.place, first.body));
        if (!bodies_list_.empty()) TRY(walk_list("body", bodies_list_, true));
        for (const auto& [name, address] : lists_)
            TRY(walk_list(name, address, false));
        return {};
    }

private:
    void note_lists(const json::Value& body) {
        for (const auto name : lists_of_body) {
            const std::string address{body.text_of(name)};
            if (!address.empty() && addresses_.insert(address).second) lists_.emplace_back(std::string{name}, address);
        }
    }

    void note_bodies(std::string_view text) {
        const auto page = read_page(text);
        for (const auto& item : page.items) {
            const auto object = json::parse(item);
            if (object && type_from(object->text_of("type")) == ObjectType::body) note_lists(*object);
        }
    }

    /// The page, or nothing when it is not to be had; the list then ends here and goes on another time.
    std::optional<std::string> page_at(const std::string& address) {
        if (!origins_.allows(address)) {
            intake_.break_off(address.substr(0, 500), address_foreign.at("#", {{"origin", origin_of(address)}}));
            return {};
        }
        auto answer = request_.fetch(address);
        if (!answer) {
            intake_.break_off(address, {"#", answer.error().code, answer.error().values});
            return {};
        }
        if (answer->status != 200) {
            intake_.break_off(address, answer_refused.at("#", {{"status", answer->status}}));
            return {};
        }
        return std::move(answer->body);
    }

    /// Bodies are few, and their lists must be known: they are read whole each time.
    Result<void> walk_list(const std::string& name, const std::string& address, bool is_of_bodies) {
        std::string at = is_of_bodies ? address : with_since(address, since_);
        if (const auto known = positions_.find(address); known != positions_.end() && !is_of_bodies) {
            intake_.report().was_resumed = true;
            if (known->second.empty()) return {};
            at = known->second;
        }
        intake_.begin_list();
        std::set<std::string> read;
        int without_news = 0;
        std::int64_t done = 0;
        while (!at.empty()) {
            if (!read.insert(at).second || without_news >= pages_without_news_max) {
                intake_.break_off(at, paging_endless.at("#"));
                return {};
            }
            const auto text = page_at(at);
            if (!text) return {};
            if (is_of_bodies) note_bodies(*text);
            const auto outcome = TRY(intake_.take_page(at, *text));
            without_news = outcome.first_met > 0 ? 0 : without_news + 1;
            done += outcome.objects;
            if (request_.progress) request_.progress(name, done, outcome.total.value_or(0));
            if (!outcome.is_readable) {
                intake_.report().is_complete = false;
                return {};
            }
            if (!is_of_bodies) intake_.mark(address, outcome.next);
            at = outcome.next;
            if (intake_.is_full()) {
                intake_.break_off(address, too_many_objects.at("#", {{"max", request_.objects_max}}));
                return {};
            }
        }
        return {};
    }

    const Positions& positions_;
    std::optional<Instant> since_;
    const ImportRequest& request_;
    Intake& intake_;
    Origins origins_;
    std::string bodies_list_;
    std::vector<std::pair<std::string, std::string>> lists_;
    std::set<std::string> addresses_;
};

} // namespace

Result<void> walk_system(const Positions& positions, std::optional<Instant> since, const ImportRequest& request,
                         Intake& intake) {
    return SystemWalk{positions, since, request, intake}.go();
}

} // namespace oparl
