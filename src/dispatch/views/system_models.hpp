#pragma once
// What those who keep an organisation's accounts, integrations and receivers see of them.
#include "dispatch/domain/post_system.hpp"
#include "platform/json/described.hpp"

namespace dispatch {

struct PostSystemRow {
    SystemKind kind = SystemKind::account;
    std::string id, url, name;
    std::string user_name; ///< What it names itself: for integrations their id.
    Instant opened_at;
    std::optional<Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(PostSystemRow, (), (kind, id, url, name, user_name, opened_at, closed_at))

struct PostSystemsView {
    std::vector<PostSystemRow> systems;
    /// Of the organisation's mailbox here: where its readers are written to, and when that was refused for good.
    std::optional<std::string> mailbox_alert_mail;
    std::optional<Instant> mailbox_alert_refused_at;
    bool sends_mail = true; ///< False: no mail server is set, and nobody is written to.
};
BOOST_DESCRIBE_STRUCT(PostSystemsView, (), (systems, mailbox_alert_mail, mailbox_alert_refused_at, sends_mail))

struct AccountChoice {
    AccountId id;
    std::string name;
    bool is_chosen = false;
};
BOOST_DESCRIBE_STRUCT(AccountChoice, (), (id, name, is_chosen))

struct PostAddressView {
    std::string organisation_number, dispatch_type;
    std::int64_t level = 0;
    std::string department{}; ///< Empty: every one.
};
BOOST_DESCRIBE_STRUCT(PostAddressView, (), (organisation_number, dispatch_type, level, department))

struct PostSystemView : PostSystemRow {
    std::optional<Instant> old_secret_until;
    std::optional<AccountTerms> terms;          ///< Of an account.
    std::optional<std::string> consumer_number; ///< Of an integration, and what follows.
    std::optional<StatusWords> status_words;
    std::optional<std::int64_t> requests_per_minute; ///< Nothing where there is no limit.
    std::vector<AccountChoice> accounts;             ///< The organisation's, and whether it may send for them.
    std::optional<std::string> certificate;          ///< Of a receiver, and what follows.
    std::optional<Instant> certificate_ends_at, certificate_withdrawn_at;
    std::vector<PostAddressView> addresses;
    /// Where its people are written to, when they last were, and when that was refused for good.
    std::optional<std::string> alert_mail;
    std::optional<Instant> alert_mailed_at, alert_refused_at;
    bool sends_mail = true; ///< As in the list of all.
};
BOOST_DESCRIBE_STRUCT(PostSystemView, (PostSystemRow),
                      (old_secret_until, terms, consumer_number, status_words, requests_per_minute, accounts,
                       certificate, certificate_ends_at, certificate_withdrawn_at, addresses, alert_mail,
                       alert_mailed_at, alert_refused_at, sends_mail))

/// Told once, to whoever asked for it.
struct SecretView {
    std::string url, user_name;
    std::optional<std::string> secret; ///< Nothing when the same request came twice: it was told the first time.
    std::optional<Instant> old_secret_until;
};
BOOST_DESCRIBE_STRUCT(SecretView, (), (url, user_name, secret, old_secret_until))

} // namespace dispatch
