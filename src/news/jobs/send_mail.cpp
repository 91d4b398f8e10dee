#include "news/actions/mail_address.hpp"
#include "news/domain/mail_job.hpp"
#include "news/news.hpp"
#include "news/store/address_store.hpp"
#include "news/store/follow_store.hpp"
#include "news/texts.hpp"
#include "platform/errors.hpp"
#include "platform/journal/sentence.hpp"

#include <fmt/format.h>

namespace news {

static std::string link(const Services& services, i18n::Language language, std::string_view path) {
    return fmt::format("{}{}{}", services.public_url, i18n::path_prefix(language), path);
}

static i18n::Language language_of(const store::MailAddress& address) {
    return i18n::language_of(address.language).value_or(i18n::Language::nb);
}

/// What the receiver's server refuses for good, it will refuse tomorrow too.
static Result<void> hand_over(const Outside& outside, const mail::Message& message) {
    const auto sent = outside.send(message);
    if (!sent && sent.error().code == platform::mail_refused.name) return jobs::hopeless(sent.error());
    return sent;
}

Result<void> send_confirmation(const Services& services, const Outside& outside, const jobs::Job& job) {
    const auto wanted = TRY(json::read<MailJob>(job.payload));
    auto reader = TRY(services.database.reader());
    const auto address = TRY(store::find_address(*reader, wanted.person_id));
    reader.reset();
    if (!address || address->confirmed_at || !outside.send) return {};
    const auto reachable = TRY(opened(outside, wanted.person_id, address->sealed_address));
    const auto language = language_of(*address);
    const auto& t = services.texts.in(language);
    mail::Message message;
    message.to = reachable.address;
    message.subject = t(text::mail_confirm_subject);
    message.text =
        fmt::format("{}\n\n{}\n\n{}\n", t(text::mail_confirm_text),
                    link(services, language, "/mail/confirm/" + reachable.token), t(text::mail_confirm_ignore));
    message.language = i18n::code(language);
    return hand_over(outside, message);
}

static mail::Message notice_mail(const Services& services, const store::Notice& notice,
                                 const journal::StoredEvent& event, const Reachable& reachable,
                                 i18n::Language language) {
    const auto& t = services.texts.in(language);
    const auto unsubscribe = link(services, language, "/mail/unsubscribe/" + reachable.token);
    mail::Message message;
    message.to = reachable.address;
    message.subject = t(text::mail_notice_subject({.title = notice.title}));
    message.text =
        fmt::format("{}: {}\n{}\n\n{}\n\n{}\n{}\n", t.date_time(notice.at), journal::sentence(event, t), notice.title,
                    link(services, language, notice.path), t(text::mail_notice_why), unsubscribe);
    message.language = i18n::code(language);
    message.unsubscribe_url = unsubscribe;
    return message;
}

Result<void> send_notice(const Services& services, const Outside& outside, const jobs::Job& job) {
    const auto wanted = TRY(json::read<MailJob>(job.payload));
    const auto id = TRY(NoticeId::parse(wanted.notice_id.value_or("")));
    auto reader = TRY(services.database.reader());
    const auto address = TRY(store::find_address(*reader, wanted.person_id));
    const auto notice = TRY(store::find_notice(*reader, id));
    if (!address || !address->confirmed_at || !notice || !outside.send) return {};
    if (wanted.is_unasked.value_or(false) && address->ended_at) return {};
    const auto events = TRY(services.journal.after(*reader, notice->sequence - 1, 1));
    reader.reset();
    ensure(!events.empty());
    const auto reachable = TRY(opened(outside, wanted.person_id, address->sealed_address));
    return hand_over(outside, notice_mail(services, *notice, events.front(), reachable, language_of(*address)));
}

} // namespace news
