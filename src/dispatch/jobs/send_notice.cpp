#include "dispatch/jobs/send_notice.hpp"

#include "dispatch/actions/content.hpp"
#include "dispatch/actions/queue_notice.hpp"
#include "dispatch/domain/working_time.hpp"
#include "dispatch/store/account_store.hpp"
#include "dispatch/store/notice_store.hpp"
#include "dispatch/texts.hpp"
#include "platform/errors.hpp"
#include "platform/json/described_members.hpp"
#include "platform/log/log.hpp"
#include "registers/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

namespace {

/// A letter that lies unread, and what a notice of it tells.
struct UnreadLetter {
    Dispatch dispatch;
    std::string identity_number, sender;
    std::optional<Instant> paper_at; ///< When it goes on paper, unless read.
};

Result<std::optional<UnreadLetter>> unread_letter(const Office& office, DispatchId id) {
    const auto reader = TRY(office.services.database.reader());
    auto dispatch = TRY(store::find(*reader, id));
    const bool is_unread = dispatch && dispatch->status == Status::notified && dispatch->channel == Channel::mailbox &&
                           dispatch->wrapped_key;
    if (!is_unread) return std::optional<UnreadLetter>{};
    const auto account = TRY(store::account(*reader, dispatch->account_id));
    const auto envelope = TRY(open_envelope(office, *dispatch));
    if (!account || envelope.recipient.identity_number.empty()) return std::optional<UnreadLetter>{};
    UnreadLetter letter{*std::move(dispatch), envelope.recipient.identity_number, account->name, {}};
    if (!letter.dispatch.is_digital_only) {
        letter.paper_at = after_working_hours(letter.dispatch.status_at, account->read_deadline);
    }
    return std::optional{std::move(letter)};
}

class Telling {
public:
    Telling(const Office& office, NoticeOccasion occasion, UnreadLetter letter, registers::Contact contact)
        : office_{office}, occasion_{occasion}, letter_{std::move(letter)}, contact_{std::move(contact)},
          t_{office.services.texts.in(i18n::language_of(contact_.language).value_or(i18n::Language::nb))} {}

    /// Every way that there is. One that is away keeps the others from nothing.
    Result<void> tell() {
        if (contact_.is_reserved) return {};
        Result<void> outcome;
        for (const auto way : {NoticeWay::mail, NoticeWay::text_message}) {
            if (!leads_to_them(way)) continue;
            if (auto told = tell_by(way); !told) outcome = std::move(told);
        }
        return outcome && !has_told_ ? note_impossible() : outcome;
    }

private:
    [[nodiscard]] bool leads_to_them(NoticeWay way) const {
        if (way == NoticeWay::mail) return office_.send_mail && !contact_.mail.empty();
        return !office_.gateway.url.empty() && !contact_.mobile.empty();
    }

    Result<void> tell_by(NoticeWay way) {
        const Notice notice{letter_.dispatch.id, occasion_, way};
        if (!TRY(begin_once(notice))) return {};
        const auto sent = way == NoticeWay::mail ? send_by_mail() : send_by_text_message();
        if (sent) return settle(notice, NoticeOutcome::sent);
        const bool is_for_good = sent.error().code == platform::mail_refused.name ||
                                 sent.error().code == registers::text_message_refused.name;
        logging::warning("post.notice_failed", sent.error());
        if (is_for_good) return settle(notice, NoticeOutcome::refused);
        TRY(database().write([&](db::Transaction& transaction) { return store::take_back(transaction, notice); }));
        return sent.error();
    }

    /// One that was begun and never ended may have been sent, so it counts as sent.
    Result<bool> begin_once(const Notice& notice) {
        return database().write([&](db::Transaction& transaction) -> Result<bool> {
            const auto known = TRY(store::notice(transaction, notice.dispatch, notice.occasion, notice.way));
            if (!known) return store::begin(transaction, notice, now());
            if (!known->outcome) TRY(store::set_outcome(transaction, notice, NoticeOutcome::unknown));
            has_told_ = has_told_ || known->outcome != NoticeOutcome::refused;
            return false;
        });
    }

    Result<void> settle(const Notice& notice, NoticeOutcome outcome) {
        has_told_ = has_told_ || outcome == NoticeOutcome::sent;
        return database().write([&](db::Transaction& transaction) -> Result<void> {
            TRY(store::set_outcome(transaction, notice, outcome));
            if (outcome != NoticeOutcome::sent) return {};
            TRY(add_happening(transaction, kind_of(notice)));
            journal::Body body;
            body.text("occasion", json::name_of(notice.occasion)).text("way", json::name_of(notice.way));
            TRY(office_.services.journal.append(transaction, the_program("postvarsel"),
                                                {.type = "dispatch.notice_sent",
                                                 .subjects = {{"dispatch", notice.dispatch.to_string()}},
                                                 .body = std::move(body),
                                                 .visibility = journal::Visibility::internal},
                                                now()));
            return {};
        });
    }

    static HappeningKind kind_of(const Notice& notice) {
        using enum HappeningKind;
        if (notice.way == NoticeWay::mail) {
            return notice.occasion == NoticeOccasion::arrival ? notice_mailed : reminder_mailed;
        }
        return notice.occasion == NoticeOccasion::arrival ? notice_texted : reminder_texted;
    }

    /// The sender sees that nobody could be told; that is no hindrance to the letter, which goes on paper in time.
    Result<void> note_impossible() {
        return database().write([&](db::Transaction& transaction) -> Result<void> {
            const auto history = TRY(store::history(transaction, letter_.dispatch.id));
            const bool is_noted = std::ranges::any_of(
                history, [](const Happening& happening) { return happening.kind == HappeningKind::notice_impossible; });
            return is_noted ? Result<void>{} : add_happening(transaction, HappeningKind::notice_impossible);
        });
    }

    Result<void> add_happening(db::Transaction& transaction, HappeningKind kind) {
        return store::add(transaction, letter_.dispatch.id, {{now(), kind, letter_.dispatch.status, {}}});
    }

    Result<void> send_by_mail() {
        const bool is_first = occasion_ == NoticeOccasion::arrival;
        mail::Message message;
        message.to = contact_.mail;
        message.language = i18n::code(t_.language());
        message.subject = is_first ? t_(text::notice_subject({.sender = letter_.sender}))
                                   : t_(text::notice_reminder_subject({.sender = letter_.sender}));
        const auto address = fmt::format("{}{}/mailbox", office_.services.public_url, i18n::path_prefix(t_.language()));
        message.text =
            fmt::format("{}\n\n{}\n{}\n\n{}\n", opening(), t_(text::notice_where), address, t_(text::notice_caution));
        return office_.send_mail(message);
    }

    Result<void> send_by_text_message() {
        const auto id = fmt::format("{} {}", letter_.dispatch.id.to_string(), json::name_of(occasion_));
        return registers::send_text_message(
            office_.gateway, {id, contact_.mobile, opening() + " " + t_(text::notice_text_message)}, office_.fetch);
    }

    /// Who sent it, and when it goes on paper.
    [[nodiscard]] std::string opening() const {
        auto words = occasion_ == NoticeOccasion::arrival ? t_(text::notice_arrival({.sender = letter_.sender}))
                                                          : t_(text::notice_reminder({.sender = letter_.sender}));
        if (!letter_.paper_at) return words;
        return words + " " + t_(text::notice_paper({.day = t_.date_time(*letter_.paper_at)}));
    }

    [[nodiscard]] db::Database& database() const { return office_.services.database; }
    [[nodiscard]] Instant now() const { return office_.services.clock.now(); }

    const Office& office_;
    const NoticeOccasion occasion_;
    const UnreadLetter letter_;
    const registers::Contact contact_;
    const i18n::Translator& t_;
    bool has_told_ = false;
};

} // namespace

Result<void> send_notice(const Office& office, const jobs::Job& job) {
    const auto payload = TRY(json::parse(job.payload));
    const auto id = TRY(DispatchId::parse(payload.text_of("dispatch")));
    const auto occasion = json::enumerator_of<NoticeOccasion>(payload.text_of("occasion"));
    auto letter = TRY(unread_letter(office, id));
    if (!letter || !occasion || !office.contacts) return {};
    const auto now = office.services.clock.now();
    if (next_notice_time(now, office.notice_hours) > now) {
        return office.services.database.write(
            [&](db::Transaction& transaction) { return queue_notice(transaction, office, id, *occasion, now, now); });
    }
    auto contact = TRY(office.contacts->find(letter->identity_number));
    return Telling{office, *occasion, *std::move(letter), std::move(contact)}.tell();
}

} // namespace dispatch
