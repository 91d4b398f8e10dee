#include "governance/actions/acting.hpp"

#include "governance/domain/meeting_errors.hpp"
#include "governance/meeting_key.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "platform/search/search.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

Result<void> Acting::require(Right right, BodyId body) const {
    return principal.require(right, body.to_string());
}

Result<void> Acting::tell(std::string_view type, const Body& body, journal::Body facts,
                          std::vector<journal::Subject> others) const {
    journal::Event event;
    event.type = type;
    event.subjects = {{"body", body.id.to_string()}, {"organisation", body.organisation.to_string()}};
    for (auto& other : others) {
        const auto is_same = [&](const journal::Subject& known) {
            return known.kind == other.kind && known.id == other.id;
        };
        if (std::ranges::none_of(event.subjects, is_same)) event.subjects.push_back(std::move(other));
    }
    event.body = std::move(facts);
    event.body.text("body", body.name_nb).text("bodySlug", body.slug);
    TRY(services.journal.append(transaction, principal, event, now));
    return {};
}

Result<void> Acting::tell(std::string_view type, const Body& body, const Meeting& meeting, journal::Body facts,
                          std::vector<journal::Subject> others) const {
    facts.text("meeting", meeting.number_text()).text("day", to_string(meeting.day()));
    others.insert(others.begin(), journal::Subject{"meeting", meeting.id.to_string()});
    return tell(type, body, std::move(facts), std::move(others));
}

Result<OpenedMeeting> open_for_change(const Acting& acting, MeetingId id, std::optional<std::int64_t> version,
                                      Right right) {
    auto meeting = TRY(load_meeting(acting.transaction, id));
    TRY(acting.require(right, meeting.body_id));
    if (version && *version != meeting.version) return stale_version.error();
    auto body = TRY(load_body(acting.transaction, meeting.body_id));
    return OpenedMeeting{std::move(body), std::move(meeting)};
}

Result<void> index_body(const Acting& acting, const Body& body) {
    const auto texts = TRY(mandates(acting.transaction, body.id));
    search::Document document;
    document.kind = "body";
    document.id = body.id.to_string();
    document.title = body.name_nb;
    document.text = texts.empty() ? body.name_nn : texts.back().text;
    document.url = body.path();
    document.changed_at = acting.now;
    return search::put(acting.transaction, document);
}

Result<void> index_meeting(const Acting& acting, const Body& body, const Meeting& meeting) {
    search::Document document;
    document.kind = "meeting";
    document.id = meeting.id.to_string();
    document.title = fmt::format("{} {}", body.name_nb, meeting.number_text());
    document.text = fmt::format("{} {}", to_string(meeting.day()), meeting.place);
    for (const auto& item : TRY(agenda_of(acting.transaction, meeting.id))) {
        if (!item.closed_basis) document.text += fmt::format("\n{} {}", item.number_text(), item.title);
    }
    document.url = meeting_path(body.slug, meeting.year, meeting.number);
    document.changed_at = acting.now;
    document.is_public = body.is_open;
    return search::put(acting.transaction, document);
}

} // namespace governance
