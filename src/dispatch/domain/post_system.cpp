#include "dispatch/domain/post_system.hpp"

#include "dispatch/domain/allowance.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/retention.hpp"
#include "dispatch/domain/return_address.hpp"
#include "platform/errors.hpp"
#include "platform/mail/address.hpp"
#include "platform/unicode.hpp"

#include <algorithm>

namespace dispatch {

static constexpr std::size_t user_name_length_min = 3;

static void expect_between(std::vector<Fault>& faults, std::string pointer, std::int64_t number, std::int64_t min,
                           std::int64_t max) {
    if (number >= min && number <= max) return;
    faults.push_back(platform::number_out_of_range.at(
        std::move(pointer), {{"minimum", std::to_string(min)}, {"maximum", std::to_string(max)}}));
}

/// It stands before the colon of HTTP Basic, in logs and in addresses, so it is kept simple.
static void expect_user_name(std::vector<Fault>& faults, std::string_view name) {
    const bool is_simple = std::ranges::all_of(name, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' || letter == '.' ||
               letter == '_';
    });
    if (!is_simple || name.size() < user_name_length_min) faults.push_back(user_name_faulty.at("#/userName"));
}

static void expect_mail(std::vector<Fault>& faults, const std::optional<Line<254>>& mail) {
    if (mail && !mail::looks_like_address(*mail)) faults.push_back(alert_mail_faulty.at("#/alertMail"));
}

static void expect_return_address(std::vector<Fault>& faults, const std::optional<Prose<300>>& address) {
    const auto lines = lines_of_text(address ? std::string_view{*address} : std::string_view{});
    if (lines.size() > return_lines_max) {
        faults.push_back(
            platform::too_many_items.at("#/returnAddress", {{"max", static_cast<std::int64_t>(return_lines_max)}}));
    }
    for (const auto& line : lines) {
        const auto length = unicode::length(line);
        if (length <= return_line_length_max) continue;
        faults.push_back(
            platform::too_long.at("#/returnAddress", {{"length", static_cast<std::int64_t>(length)},
                                                      {"max", static_cast<std::int64_t>(return_line_length_max)}}));
        return;
    }
}

std::vector<Fault> faults_of(const AccountTerms& terms) {
    std::vector<Fault> faults;
    expect_between(faults, "#/readDeadlineHours", terms.read_deadline_hours, 1, read_deadline_hours_max);
    expect_between(faults, "#/retentionDays", terms.retention_days, retention_days_min, retention_days_max);
    expect_between(faults, "#/duplicateWindowHours", terms.duplicate_window_hours, 0, duplicate_window_hours_max);
    if (terms.requests_per_minute) {
        expect_between(faults, "#/requestsPerMinute", *terms.requests_per_minute, 1, requests_per_minute_max);
    }
    expect_mail(faults, terms.alert_mail);
    expect_return_address(faults, terms.return_address);
    return faults;
}

std::vector<Fault> faults_of(const IntegrationTerms& terms) {
    std::vector<Fault> faults;
    if (terms.requests_per_minute) {
        expect_between(faults, "#/requestsPerMinute", *terms.requests_per_minute, 1, requests_per_minute_max);
    }
    return faults;
}

std::vector<Fault> faults_of(const NewAccount& fresh) {
    auto faults = faults_of(static_cast<const AccountTerms&>(fresh));
    expect_user_name(faults, fresh.user_name);
    return faults;
}

std::vector<Fault> faults_of(const SecretChange& change) {
    std::vector<Fault> faults;
    expect_between(faults, "#/overlapHours", change.overlap_hours, 0, overlap_hours_max);
    return faults;
}

std::vector<Fault> faults_of_certificate(std::string_view pem) {
    if (pem.find("PRIVATE KEY") == std::string_view::npos) return {};
    return {private_key_given.at("#/certificate")};
}

std::vector<Fault> faults_of(const NewReceiver& fresh) {
    std::vector<Fault> faults;
    expect_user_name(faults, fresh.user_name);
    if (fresh.level) expect_between(faults, "#/level", *fresh.level, 3, 4);
    expect_mail(faults, fresh.alert_mail);
    return faults;
}

std::vector<Fault> faults_of(const MailboxTerms& terms) {
    std::vector<Fault> faults;
    expect_mail(faults, terms.alert_mail);
    return faults;
}

std::vector<Fault> faults_of(const ReceiverTerms& terms) {
    std::vector<Fault> faults;
    expect_mail(faults, terms.alert_mail);
    return faults;
}

Error request_faults(std::vector<Fault> faults) {
    auto error = platform::request_faulty.error({{"count", static_cast<std::int64_t>(faults.size())}});
    error.faults = std::move(faults);
    return error;
}

} // namespace dispatch
