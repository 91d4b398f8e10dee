// Files beside answers: adding, reading, taking away.
#include "directory/directory.hpp"
#include "governance/case_standing.hpp"
#include "hearings/actions/attach.hpp"
#include "hearings/domain/errors.hpp"
#include "hearings/http/handlers.hpp"
#include "hearings/http/reading.hpp"
#include "hearings/views/pages.hpp"
#include "platform/ui/form_again.hpp"

#include <algorithm>

namespace hearings {

/// For the organisation named in the address, or all that the one who asks may speak for and that have answered.
static Result<Html> attachment_form(const http::Query& query, const ui::FormState& state) {
    const auto hearing = TRY(hearing_in_path(query.reader, query.request));
    auto voices = TRY(read_voices(query, hearing));
    if (voices.empty()) TRY(query.principal.require(right::answer, hearing.id.to_string()));
    std::erase_if(voices,
                  [](const VoiceView& voice) { return !voice.stance || (voice.network && voice.speaks_for_itself); });
    if (const auto wanted = query.request.query.first("organisation")) {
        const auto one = TRY(directory::find_organisation_by_key(query.reader, *wanted));
        std::erase_if(voices, [&](const VoiceView& voice) { return voice.key != one.slug; });
    }
    return attachment_page(query, state, TRY(row_of(query, hearing)), voices);
}

Result<http::Response> show_attachment_form(const http::Query& query) {
    return http::html_document(TRY(attachment_form(query, {})));
}

/// All that is wrong with the fields and with the file, at once.
static Result<std::pair<NewAttachment, governance::StoredFile>> attachment_sent(const http::Request& request) {
    auto sent = request.read<NewAttachment>();
    auto file = governance::file_sent(request);
    if (sent && file) return std::pair{*std::move(sent), *std::move(file)};
    if (sent) return file.error();
    auto error = sent.error();
    if (!file) error.faults.insert(error.faults.end(), file.error().faults.begin(), file.error().faults.end());
    return error;
}

Result<http::Response> attach_file_sent(const http::Command& command, governance::Scanning scanning) {
    const auto sent = attachment_sent(command.request);
    if (!sent) return ui::answer_failure(command, sent.error(), attachment_form);
    std::string back;
    const auto path = command.once([&](db::Transaction& transaction) -> Result<std::string> {
        const auto hearing = TRY(hearing_in_path(transaction, command.request));
        const Acting acting{transaction, command.services, command.principal, command.now};
        const auto id = TRY(attach_file(acting, hearing, sent->first, sent->second, scanning));
        const auto& key = sent->first.organisations.front();
        back = hearing.path() + "/answers/" + TRY(directory::find_organisation_by_key(transaction, key)).slug;
        return hearing.path() + "/attachments/" + id.to_string();
    });
    if (!path) return ui::answer_failure(command, path.error(), attachment_form);
    // People see what they added beside the answer; machines find the file itself.
    if (command.wants_html() && !back.empty()) return ui::answer_changed(command, back + "#attachments");
    return ui::answer_created(command, *path);
}

static Result<AttachmentId> attachment_in_path(const http::Request& request) {
    const auto id = AttachmentId::parse(request.path_value("attachment"));
    if (id) return *id;
    return attachment_not_found.error({{"attachment", std::string{request.path_value("attachment")}.substr(0, 40)}});
}

/// As open as the most open of the answers that it stands beside.
static Result<void> require_readable(const http::Query& query, const Hearing& hearing, const Attachment& attachment) {
    const auto standing = TRY(governance::case_standing(query.reader, hearing.case_id, query.today()));
    const bool sees_withheld = standing.allows(query.principal, right::see_withheld);
    std::string basis;
    for (const auto organisation : attachment.organisations) {
        const auto answer = TRY(find_answer(query.reader, hearing.id, organisation));
        if (!answer) continue;
        if (sees_words_of(query.principal, *answer, sees_withheld)) {
            basis.clear();
            break;
        }
        basis = *answer->legal_basis;
    }
    if (!basis.empty()) return attachment_withheld.error({{"basis", basis}});
    if (attachment.state == governance::DocumentState::available) return {};
    return attachment_not_ready.error({{"state", std::string{json::name_of(attachment.state)}}});
}

Result<http::Response> download_attachment(const http::Query& query) {
    const auto hearing = TRY(hearing_in_path(query.reader, query.request));
    const auto id = TRY(attachment_in_path(query.request));
    const auto attachment = TRY(find_attachment(query.reader, id));
    if (!attachment || attachment->hearing != hearing.id)
        return attachment_not_found.error({{"attachment", id.to_string()}});
    TRY(require_readable(query, hearing, *attachment));
    return governance::file_bytes(query, attachment->file);
}

Result<http::Response> detach_file_sent(const http::Command& command) {
    std::string path;
    TRY(command.write([&](db::Transaction& transaction) -> Result<void> {
        const auto hearing = TRY(hearing_in_path(transaction, command.request));
        const auto id = TRY(attachment_in_path(command.request));
        const auto key = command.request.path_value("organisation");
        const auto organisation = directory::find_organisation_by_key(transaction, key);
        if (!organisation) return answer_not_found.error({{"organisation", std::string{key.substr(0, 40)}}});
        path = hearing.path() + "/answers/" + organisation->slug;
        return detach_file({transaction, command.services, command.principal, command.now}, hearing, organisation->id,
                           id);
    }));
    return ui::answer_changed(command, path);
}

} // namespace hearings
