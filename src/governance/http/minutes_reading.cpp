#include "governance/actions/minutes.hpp"
#include "governance/domain/meeting_errors.hpp"
#include "governance/http/meeting_reading.hpp"
#include "governance/meeting_key.hpp"
#include "governance/store/body_store.hpp"
#include "governance/store/meeting_store.hpp"
#include "governance/store/minutes_store.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace governance {

static SealView seal_of(const http::Query& query, const Minutes& minutes) {
    const auto& key = query.journal.signing_key().public_key();
    const std::string_view bytes{reinterpret_cast<const char*>(minutes.seal.data()), minutes.seal.size()};
    return {is_seal_good(minutes, key), crypto::to_hex(crypto::sha256(minutes.content)), crypto::to_base64(bytes),
            minutes.seal_key};
}

static Result<std::vector<Minutes>> visible_versions(const http::Query& query, const Meeting& meeting,
                                                     const Body& body) {
    const auto rights = meeting_rights(query.principal, body.id);
    auto versions = TRY(minutes_versions(query.reader, meeting.id));
    std::erase_if(versions, [&](const Minutes& minutes) {
        const bool is_public = minutes.state == MinutesState::published && body.is_open;
        return !is_public && !rights.may_hold && !rights.may_approve;
    });
    if (versions.empty()) return minutes_not_found.error();
    return versions;
}

/// The newest published version, or the newest of all where none is.
static int usual_number(const std::vector<Minutes>& versions) {
    int number = versions.back().number;
    for (const auto& minutes : versions) {
        if (minutes.state == MinutesState::published) number = minutes.number;
    }
    return number;
}

static void fill_steps(MinutesView& view, const Minutes& minutes) {
    view.number = minutes.number;
    view.state = minutes.state;
    view.correction_reason = minutes.correction_reason.value_or("");
    view.drafted_at = minutes.drafted_at;
    view.approved_at = minutes.approved_at;
    view.approved_by = minutes.approver_name;
    view.signed_at = minutes.signed_at;
    view.signed_by = minutes.signer_name;
    view.published_at = minutes.published_at;
    view.version = minutes.version;
    view.sealed_text = minutes.content;
}

Result<MinutesView> read_minutes_view(const http::Query& query, std::optional<int> number) {
    const auto meeting = TRY(meeting_in_path(query.reader, query.request));
    const auto body = TRY(load_body(query.reader, meeting.body_id));
    const auto versions = TRY(visible_versions(query, meeting, body));
    const auto wanted = number.value_or(usual_number(versions));
    const auto minutes = std::ranges::find(versions, wanted, &Minutes::number);
    if (minutes == versions.end()) return minutes_not_found.error();

    MinutesView view;
    fill_steps(view, *minutes);
    view.meeting = {meeting.number_text(), meeting_path(body.slug, meeting.year, meeting.number)};
    view.body = {body.name(query.request.language), body.path()};
    view.url = fmt::format("{}/minutes/{}", view.meeting.url, minutes->number);
    view.is_newest = minutes->number == versions.back().number;
    if (minutes->approved_in) {
        const auto other = TRY(load_meeting(query.reader, *minutes->approved_in));
        view.approved_in = NamedLink{other.number_text(), meeting_path(body.slug, other.year, other.number)};
    }
    if (!minutes->seal.empty()) view.seal = seal_of(query, *minutes);
    // Content that was changed until it no longer reads is still shown as broken, not as an error.
    if (auto content = json::read<MinutesContent>(minutes->content)) view.content = *std::move(content);
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
        view.versions.push_back({version->number, version->state,
                                 fmt::format("{}/minutes/{}", view.meeting.url, version->number), version->published_at,
                                 version->correction_reason.value_or("")});
    }
    return view;
}

} // namespace governance
