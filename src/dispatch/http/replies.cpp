// What recipients answer.
#include "dispatch/actions/answer_letter.hpp"
#include "dispatch/actions/content.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/reply.hpp"
#include "dispatch/http/handlers.hpp"
#include "dispatch/views/pages.hpp"
#include "platform/http/represent.hpp"
#include "platform/ui/form_again.hpp"

namespace dispatch {

namespace {

/// Files, and the text beside them.
constexpr std::size_t reply_body_max = reply_bytes_max + (1 << 20);

Result<ReplyFormView> reply_form_view(const Office& office, const http::Query& query) {
    const auto found = TRY(letter_in_path(office, query.reader, query));
    if (!found.letter.own_opened_at) return letter_unopened.error();
    const auto envelope = TRY(open_envelope(office, found.letter.dispatch));
    TRY(expect_answerable(found, envelope, query.principal));
    ReplyFormView view;
    view.letter_url = path_of_letter(found.mailbox, found.letter.dispatch.id);
    view.title = envelope.title;
    view.recipient = envelope.reply_to->address.name;
    view.sender = name_of_recipient(query.t, found, envelope, query.principal);
    return view;
}

Result<Html> reply_form(const Office& office, const http::Query& query, const ui::FormState& state) {
    const auto view = TRY(reply_form_view(office, query));
    return reply_page(query, state, view);
}

Result<http::Response> show_reply_form(const Office& office, const http::Query& query) {
    const auto view = TRY(reply_form_view(office, query));
    return http::represent<ReplyFormView>(
        query, view, {.html = [&](const ReplyFormView& shown) { return reply_page(query, {}, shown); }});
}

Result<NewReply> reply_sent(const http::Command& command) {
    auto asked = TRY(command.request.read<NewReplyText>());
    NewReply reply{asked.text.value_or(std::string{}), {}, key_of(command)};
    const auto& files = command.request.files;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto& file = files[i];
        reply.files.push_back({file.name, file.first_bytes, file.size, file.sha256, file.digest.to_string(), i});
    }
    return reply;
}

Result<std::string> answer(const Office& office, const http::Command& command) {
    auto reply = TRY(reply_sent(command));
    auto lease = TRY(office.services.database.reader());
    const auto found = TRY(letter_in_path(office, *lease, command));
    lease.reset();
    const auto prepared =
        TRY(prepare_reply(office, command.principal, command.t, found, std::move(reply), command.now));
    return command.once([&](db::Transaction& transaction) -> Result<std::string> {
        TRY(letter_in_path_still(office, transaction, command)); // A delegation may have ended meanwhile.
        TRY(send_from_mailbox({transaction, office, command.principal, command.now}, found, prepared));
        return path_of_letter(found.mailbox, found.letter.dispatch.id) + "#replies";
    });
}

Result<http::Response> post_reply(const Office& office, const http::Command& command) {
    const auto path = answer(office, command);
    if (!path) {
        return ui::answer_failure(command, path.error(), [&](const http::Query& query, const ui::FormState& state) {
            return reply_form(office, query, state);
        });
    }
    return ui::answer_created(command, *path);
}

} // namespace

void add_reply_routes(http::Router& router, const Office& office) {
    const auto add = [&](std::string_view form_path, std::string_view path, http::About shown, http::About sent) {
        shown.answer = json::type_of<ReplyFormView>();
        router.get(
            form_path, ::right::logged_in,
            [&office](const http::Query& query) { return show_reply_form(office, query); }, std::move(shown));
        sent.body = json::type_of<NewReplyText>();
        sent.status = 201;
        sent.takes_files = sent.seals_files = true;
        sent.parts_max = reply_files_max * 2;
        sent.file_name_bytes_max = file_name_length_max * 4;
        sent.body_max = reply_body_max;
        router.post(
            path, ::right::logged_in, [&office](const http::Command& command) { return post_reply(office, command); },
            std::move(sent));
    };
    add("/mailbox/{dispatch}/reply", "/mailbox/{dispatch}/replies",
        {.operation = "showReplyForm", .summary = "Whom a letter can be answered to, and how much an answer may hold."},
        {.operation = "answerLetter", .summary = "Answers a letter that takes answers, with a text and files."});
    add("/delegations/{delegation}/letters/{dispatch}/reply", "/delegations/{delegation}/letters/{dispatch}/replies",
        {.operation = "showReplyFormByDelegation",
         .summary = "The same for another person's letter, where the delegation lets one answer."},
        {.operation = "answerLetterByDelegation",
         .summary = "Answers another person's letter, where the delegation lets one; the answer says who wrote it."});
    add("/guardianships/{guardianship}/letters/{dispatch}/reply",
        "/guardianships/{guardianship}/letters/{dispatch}/replies",
        {.operation = "showReplyFormByGuardianship", .summary = "The same for a guarded person's letter."},
        {.operation = "answerLetterByGuardianship",
         .summary = "Answers a guarded person's letter; the answer says that their guardian wrote it."});
}

} // namespace dispatch
