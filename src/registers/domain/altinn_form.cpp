#include "registers/domain/altinn_form.hpp"

#include "registers/domain/shortened.hpp"

#include <array>
#include <fmt/format.h>

namespace registers {

static constexpr std::size_t title_max = 255, sender_name_max = 256, subject_max = 128, mail_max = 1024,
                             text_message_max = 160;

std::string altinn_recipient(const AltinnLetter& letter) {
    return letter.organisation_number.empty() ? "urn:altinn:person:identifier-no:" + letter.identity_number
                                              : "urn:altinn:organization:identifier-no:" + letter.organisation_number;
}

namespace {

class FormWriter {
public:
    explicit FormWriter(std::string_view boundary) : boundary_{boundary} {}

    void field(std::string_view name, std::string_view value) {
        body_ += fmt::format("--{}\r\ncontent-disposition: form-data; name=\"{}\"\r\n\r\n", boundary_, name);
        body_.append(value) += "\r\n";
    }
    void file(std::string_view name, std::string_view content) {
        body_ += fmt::format("--{}\r\ncontent-disposition: form-data; name=\"attachments\"; filename=\"{}\"\r\n"
                             "content-type: application/pdf\r\n\r\n",
                             boundary_, name);
        body_.append(content) += "\r\n";
    }
    std::string finish() { return std::move(body_) + fmt::format("--{}--\r\n", boundary_); }

private:
    std::string_view boundary_;
    std::string body_;
};

/// Nothing that could end the quotes or the line that it stands in.
std::string safe_file_name(std::string name) {
    for (auto& letter : name) {
        if (letter == '"' || letter == '\\' || static_cast<unsigned char>(letter) < ' ') letter = '_';
    }
    return name;
}

} // namespace

static void write_notice(FormWriter& form, const AltinnLetter::Notice& notice) {
    form.field("correspondence.notification.notificationTemplate", "CustomMessage");
    // Altinn goes by mobile number where there is no address for mail.
    form.field("correspondence.notification.notificationChannel", "EmailPreferred");
    form.field("correspondence.notification.sendReminder", "false");
    form.field("correspondence.notification.emailSubject", shortened(notice.subject, subject_max));
    form.field("correspondence.notification.emailBody", shortened(notice.mail, mail_max));
    form.field("correspondence.notification.smsBody", shortened(notice.text_message, text_message_max));
}

std::string altinn_form(const AltinnLetter& letter, std::string_view resource, std::string_view boundary) {
    FormWriter form{boundary};
    form.field("recipients[0]", altinn_recipient(letter));
    form.field("idempotentKey", letter.id);
    form.field("correspondence.resourceId", resource);
    form.field("correspondence.sendersReference", letter.id);
    form.field("correspondence.messageSender", shortened(letter.sender_name, sender_name_max));
    form.field("correspondence.isConfidential", letter.is_confidential ? "true" : "false");
    form.field("correspondence.ignoreReservation", "false");
    form.field("correspondence.isConfirmationNeeded", "false");
    form.field("correspondence.content.language", letter.language);
    form.field("correspondence.content.messageTitle", shortened(letter.title, title_max));
    form.field("correspondence.content.messageBody", letter.body);
    write_notice(form, letter.notice);
    for (std::size_t i = 0; i < letter.documents.size(); ++i) {
        const auto member = [&](std::string_view name) {
            return fmt::format("correspondence.content.attachments[{}].{}", i, name);
        };
        const auto& document = letter.documents[i];
        form.field(member("fileName"), safe_file_name(document.name));
        form.field(member("displayName"), shortened(document.title, title_max));
        form.field(member("sendersReference"), fmt::format("{} {}", letter.id, i + 1));
        form.field(member("isEncrypted"), "false");
    }
    for (const auto& document : letter.documents)
        form.file(safe_file_name(document.name), document.content);
    return form.finish();
}

std::optional<AltinnState> altinn_state(std::string_view status) {
    using enum AltinnState;
    struct Word {
        std::string_view status;
        AltinnState state;
    };
    // Fetched says that an overview was looked at, in which the letter itself is not.
    static constexpr std::array words{Word{"Initialized", waiting},
                                      Word{"ReadyForPublish", waiting},
                                      Word{"Published", published},
                                      Word{"Fetched", published},
                                      Word{"Read", read},
                                      Word{"Replied", read},
                                      Word{"Confirmed", read},
                                      Word{"Archived", read},
                                      Word{"AttachmentsDownloaded", read},
                                      Word{"PurgedByRecipient", read},
                                      Word{"PurgedByAltinn", failed},
                                      Word{"Reserved", reserved},
                                      Word{"Failed", failed}};
    for (const auto& word : words) {
        if (word.status == status) return word.state;
    }
    return std::nullopt;
}

} // namespace registers
