#include "dispatch/jobs/mail_alerts.hpp"

#include "dispatch/domain/patience.hpp"
#include "dispatch/store/account_store.hpp"
#include "dispatch/store/alert_store.hpp"
#include "dispatch/store/system_store.hpp"
#include "dispatch/texts.hpp"
#include "platform/crypto/certificate.hpp"
#include "platform/errors.hpp"
#include "platform/json/described_members.hpp"
#include "platform/log/log.hpp"

#include <fmt/format.h>

namespace dispatch {

namespace {

constexpr int written_to_at_once_max = 100;
constexpr int links_max_of_a_group = 10;
constexpr int receivers_max = 1000; ///< That one mail tells of: more systems than an account writes to.
constexpr int failures_max = 3;     ///< Then the server is taken to be away for all.

/// One thing to read about: what it is, then what to do.
struct Paragraph {
    std::string headline, text;
};

/// Writes one mail.
class AlertLetter {
public:
    AlertLetter(const Office& office, db::Reader& reader, AlertMail to, std::string name, Instant taken_at)
        : office_{office}, reader_{reader}, to_{std::move(to)}, name_{std::move(name)}, taken_at_{taken_at},
          t_{office.services.texts.in(to_.language)} {}

    /// Nothing when all of it has come right meanwhile.
    Result<std::optional<mail::Message>> compose() {
        std::vector<Paragraph> paragraphs;
        for (const auto& group : TRY(store::taken_groups(reader_, to_.system_id, taken_at_))) {
            for (auto& paragraph : TRY(paragraphs_of(group)))
                paragraphs.push_back(std::move(paragraph));
        }
        if (paragraphs.empty()) return std::optional<mail::Message>{};
        mail::Message message;
        message.to = to_.mail;
        message.language = i18n::code(t_.language());
        message.subject = fmt::format("{}: {}", name_, paragraphs.front().headline);
        for (const auto& [headline, text] : paragraphs)
            message.text += fmt::format("{}\n\n{}\n\n", headline, text);
        const auto settings = url_of(to_.side == AlertSide::mailbox
                                         ? std::string{"/post-systems"}
                                         : fmt::format("/post-systems/{}s/{}", json::name_of(to_.side), to_.system_id));
        message.text += t_(text::alert_why({.name = name_, .url = settings})) + "\n";
        return std::optional{std::move(message)};
    }

private:
    Result<std::vector<Paragraph>> paragraphs_of(const AlertGroup& group) {
        switch (group.kind) {
        case AlertKind::dispatch_failed:
            return std::vector{TRY(about_failures(group))};
        case AlertKind::receiver_silent:
            return about_silence(group);
        case AlertKind::letter_arrived:
            return about_letters();
        case AlertKind::certificate_ending:
        case AlertKind::certificate_ended:
            break;
        }
        return about_certificate(group.kind);
    }

    Result<Paragraph> about_failures(const AlertGroup& group) {
        Paragraph told{t_(text::alert_failed({.count = group.count})), {}};
        told.text = t_.by_name(fmt::format("failure.reason.{}", group.cause)) + " " +
                    t_.by_name(fmt::format("failure.remedy.{}", group.cause));
        const auto ids = TRY(store::subjects_of(reader_, to_.system_id, taken_at_, group, links_max_of_a_group));
        for (const auto& id : ids)
            told.text += "\n- " + url_of("/outbox/" + id);
        const auto others = group.count - static_cast<std::int64_t>(ids.size());
        if (others > 0) told.text += "\n" + std::string{t_(text::alert_others({.count = others}))};
        return told;
    }

    Result<std::vector<Paragraph>> about_silence(const AlertGroup& group) {
        std::vector<Paragraph> told;
        for (const auto& subject : TRY(store::subjects_of(reader_, to_.system_id, taken_at_, group, receivers_max))) {
            const auto id = TRY(ReceiverId::parse(subject));
            const auto receiver = TRY(store::receiver(reader_, id));
            const bool is_own = subject == to_.system_id;
            std::optional<AccountId> account;
            if (!is_own) account = TRY(AccountId::parse(to_.system_id));
            const auto waiting = TRY(store::unfetched(reader_, id, account));
            if (!receiver || !waiting.oldest_at || *waiting.oldest_at > office_.services.clock.now() - silence_min)
                continue;
            const auto since = t_.date_time(*waiting.oldest_at);
            if (is_own) {
                told.push_back({t_(text::alert_unfetched({.count = waiting.count})),
                                t_(text::alert_silent_own({.since = since}))});
                continue;
            }
            told.push_back({t_(text::alert_silent({.name = receiver->name, .count = waiting.count})),
                            t_(text::alert_silent_other({.since = since}))});
        }
        return told;
    }

    Result<std::vector<Paragraph>> about_letters() {
        const auto unread = TRY(store::unread_of(reader_, to_.system_id, taken_at_));
        if (unread == 0) return std::vector<Paragraph>{};
        return std::vector{Paragraph{t_(text::alert_arrived({.count = unread})),
                                     t_(text::alert_arrived_where) + ("\n" + url_of("/mailbox?box=organisation"))}};
    }

    /// As it is now: somebody may have set another one.
    Result<std::vector<Paragraph>> about_certificate(AlertKind kind) {
        const auto receiver = TRY(store::receiver(reader_, TRY(ReceiverId::parse(to_.system_id))));
        if (!receiver || receiver->certificate_withdrawn_at) return std::vector<Paragraph>{};
        const auto ends_at = crypto::end_of_certificate(receiver->certificate);
        const auto limit =
            office_.services.clock.now() +
            (kind == AlertKind::certificate_ended ? std::chrono::days{0} : std::chrono::days{certificate_warning});
        if (!ends_at || *ends_at > limit) return std::vector<Paragraph>{};
        const auto day = t_.date(norwegian_date(*ends_at));
        if (kind == AlertKind::certificate_ended) {
            return std::vector{
                Paragraph{t_(text::system_certificate_ended), t_(text::system_certificate_ended_text({.day = day}))}};
        }
        return std::vector{
            Paragraph{t_(text::system_certificate_ending), t_(text::system_certificate_ending_text({.day = day}))}};
    }

    [[nodiscard]] std::string url_of(const std::string& path) const {
        return fmt::format("{}{}{}", office_.services.public_url, i18n::path_prefix(t_.language()), path);
    }

    const Office& office_;
    db::Reader& reader_;
    const AlertMail to_;
    const std::string name_;
    const Instant taken_at_;
    const i18n::Translator& t_;
};

/// Nothing when it is closed.
Result<std::optional<std::string>> name_of(db::Reader& reader, const AlertMail& to) {
    if (to.side == AlertSide::mailbox) {
        const auto id = TRY(directory::OrganisationId::parse(to.system_id));
        return std::optional{TRY(directory::find_organisation(reader, id)).name};
    }
    const auto kind = to.side == AlertSide::account ? SystemKind::account : SystemKind::receiver;
    const auto system = TRY(store::system(reader, kind, to.system_id));
    if (!system || system->closed_at) return std::optional<std::string>{};
    return std::optional{system->name};
}

Result<std::optional<mail::Message>> written(const Office& office, const AlertMail& to, Instant taken_at) {
    const auto reader = TRY(office.services.database.reader());
    const auto name = TRY(name_of(*reader, to));
    if (!name) return std::optional<mail::Message>{};
    return AlertLetter{office, *reader, to, *name, taken_at}.compose();
}

Result<void> write_to(const Office& office, const AlertMail& to) {
    auto& database = office.services.database;
    const auto now = office.services.clock.now();
    // Taken first: what is raised while the mail is on its way belongs to the next one.
    TRY(database.write(
        [&](db::Transaction& transaction) { return store::take_alerts(transaction, to.system_id, now); }));
    const auto message = TRY(written(office, to, now));
    const auto sent = message ? office.send_mail(*message) : Result<void>{};
    if (!sent && sent.error().code == platform::mail_refused.name) {
        logging::warning("post.alert_refused", sent.error(), {{"system", to.system_id}});
        return database.write([&](db::Transaction& transaction) { return store::set_refused(transaction, to, now); });
    }
    TRY(sent);
    return database.write([&](db::Transaction& transaction) -> Result<void> {
        TRY(store::settle_alerts(transaction, to.system_id, now, now));
        return message ? store::set_mailed(transaction, to.system_id, now) : Result<void>{};
    });
}

} // namespace

Result<void> mail_alerts(const Office& office) {
    const auto now = office.services.clock.now();
    TRY(office.services.database.write(
        [&](db::Transaction& transaction) { return store::forget_alerts(transaction, now - alerts_kept); }));
    if (!office.send_mail) return {};
    auto reader = TRY(office.services.database.reader());
    const auto all = TRY(store::to_be_written_to(
        *reader, {now - alert_pause, now - alert_retry_pause, now - alert_refusal_rest}, written_to_at_once_max));
    reader.reset();
    int failures = 0;
    for (const auto& to : all) {
        const auto told = write_to(office, to);
        if (told) continue;
        logging::warning("post.alert_waits", told.error(), {{"system", to.system_id}});
        if (++failures == failures_max) return told;
    }
    return {}; // One that is not answered is tried again by itself: the job goes on at its own pace for the others.
}

} // namespace dispatch
