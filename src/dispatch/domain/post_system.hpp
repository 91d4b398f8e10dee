#pragma once
// What an organisation sends and fetches post with, as its own people keep it: accounts, integrations, receivers.
#include "dispatch/domain/status_words.hpp"
#include "dispatch/ids.hpp"
#include "platform/clock.hpp"
#include "platform/json/described.hpp"

#include <optional>
#include <string>
#include <vector>

namespace dispatch {

enum class SystemKind : std::uint8_t { account, integration, receiver };
BOOST_DESCRIBE_ENUM(SystemKind, account, integration, receiver)

inline constexpr std::int64_t systems_max = 200; ///< Of one organisation.
inline constexpr std::int64_t read_deadline_hours_max = 720;
inline constexpr std::int64_t duplicate_window_hours_max = 720;
inline constexpr std::int64_t overlap_hours_max = 14 * 24;
/// So long before a certificate runs out its people are told.
inline constexpr auto certificate_warning = std::chrono::days{30};
inline constexpr std::int64_t overlap_hours = 24; ///< When nobody says otherwise.

/// What an account's people decide about it.
struct AccountTerms {
    Line<100> name;
    std::int64_t read_deadline_hours = 40; ///< Of working days.
    std::int64_t retention_days = 90;
    std::int64_t duplicate_window_hours = 24;          ///< 0: nothing is taken for a repetition.
    std::optional<std::int64_t> requests_per_minute{}; ///< Nothing: as many as they like.
    /// Letters to persons go to their mailboxes with providers, where they have one. Nothing: as it was; no for a new
    /// account.
    std::optional<bool> uses_digital_mailboxes{};
    /// Letters go to inboxes in Altinn; the same when nothing is said.
    std::optional<bool> uses_altinn{};
    std::optional<Line<254>> alert_mail{}; ///< Where its people are written to. Nothing: nobody is.
    /// What stands below its name on paper, so that a letter can come back. Nothing: its name alone.
    std::optional<Prose<300>> return_address{};
    // What the request did not mention; no members of it.
    bool keeps_alert_mail = false;
    bool keeps_return_address = false;
};
BOOST_DESCRIBE_STRUCT(AccountTerms, (),
                      (name, read_deadline_hours, retention_days, duplicate_window_hours, requests_per_minute,
                       uses_digital_mailboxes, uses_altinn, alert_mail, return_address))

struct NewAccount : AccountTerms {
    Line<64> user_name;
};
BOOST_DESCRIBE_STRUCT(NewAccount, (AccountTerms), (user_name))

struct NewIntegration {
    Line<100> name;
    Line<20> consumer_number;                ///< The organisation whose tokens count.
    std::optional<StatusWords> status_words; ///< common when nothing is said.
    std::vector<AccountId> accounts;         ///< That it may send for.
};
BOOST_DESCRIBE_STRUCT(NewIntegration, (), (name, consumer_number, status_words, accounts))

struct IntegrationTerms {
    std::vector<AccountId> accounts;
    std::optional<std::int64_t> requests_per_minute; ///< Nothing: as many as it likes.
};
BOOST_DESCRIBE_STRUCT(IntegrationTerms, (), (accounts, requests_per_minute))

struct NewReceiver {
    Line<100> name;
    Line<64> user_name;
    Prose<20'000> certificate;              ///< X.509, PEM.
    std::optional<Line<100>> dispatch_type; ///< Nothing: every type.
    std::optional<std::int64_t> level;      ///< 3 or 4; nothing: both.
    std::optional<Line<40>> department;     ///< Nothing: every one.
    std::optional<Line<254>> alert_mail;    ///< As an account's.
};
BOOST_DESCRIBE_STRUCT(NewReceiver, (), (name, user_name, certificate, dispatch_type, level, department, alert_mail))

/// What an organisation decides about its mailbox here.
struct MailboxTerms {
    std::optional<Line<254>> alert_mail; ///< Where its readers are told that letters have come.
};
BOOST_DESCRIBE_STRUCT(MailboxTerms, (), (alert_mail))

/// What a receiver's people decide about it, besides its certificate.
struct ReceiverTerms {
    std::optional<Line<254>> alert_mail;
};
BOOST_DESCRIBE_STRUCT(ReceiverTerms, (), (alert_mail))

struct NewCertificate {
    Prose<20'000> certificate;
};
BOOST_DESCRIBE_STRUCT(NewCertificate, (), (certificate))

struct SecretChange {
    std::int64_t overlap_hours = dispatch::overlap_hours; ///< So long the old secret counts besides the new one.
};
BOOST_DESCRIBE_STRUCT(SecretChange, (), (overlap_hours))

// What is wrong with each as it stands, all at once.
std::vector<Fault> faults_of(const AccountTerms&);
std::vector<Fault> faults_of(const NewAccount&);
std::vector<Fault> faults_of(const IntegrationTerms&);
std::vector<Fault> faults_of(const SecretChange&);
/// The certificate itself is tried by whoever encrypts to it.
std::vector<Fault> faults_of(const NewReceiver&);
std::vector<Fault> faults_of(const ReceiverTerms&);
std::vector<Fault> faults_of(const MailboxTerms&);
/// A key that nobody but its owner should have was pasted along: it is not kept.
std::vector<Fault> faults_of_certificate(std::string_view pem);

/// platform.request_faulty with these.
Error request_faults(std::vector<Fault>);

} // namespace dispatch
