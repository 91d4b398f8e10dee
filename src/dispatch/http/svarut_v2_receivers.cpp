#include "dispatch/domain/checks.hpp"
#include "dispatch/http/svarut_v2_handlers.hpp"
#include "dispatch/rights.hpp"
#include "dispatch/store/account_store.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <array>

namespace dispatch::svarut_v2 {

namespace {

Result<http::Response> show_types(const http::Query& query) {
    Forsendelsestyper answer;
    answer.forsendelsestyper = TRY(store::known_types(query.reader));
    return told(answer);
}

/// The letters of a type, the Norwegian ones of two bytes each; nothing when it is another.
std::size_t length_of_letter(std::string_view rest) {
    const char first = rest.front();
    const bool is_plain =
        (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9');
    if (is_plain) return 1;
    static constexpr std::array<std::string_view, 6> norwegian{"æ", "ø", "å", "Æ", "Ø", "Å"};
    return std::ranges::any_of(norwegian, [&](std::string_view letter) { return rest.starts_with(letter); }) ? 2 : 0;
}

/// Words of letters and digits with a full stop between.
bool is_type_name(std::string_view name) {
    static constexpr std::size_t length_max = 100;
    std::size_t length = 0;
    bool is_after_stop = true;
    for (std::size_t i = 0; i < name.size(); ++length) {
        const auto step = name[i] == '.' && !is_after_stop ? 1 : length_of_letter(name.substr(i));
        if (step == 0) return false;
        is_after_stop = name[i] == '.';
        i += step;
    }
    return length <= length_max && !is_after_stop;
}

Result<store::AddressFilter> receivers_asked_for(const http::Query& query) {
    const auto given = [&](std::string_view name) { return query.request.query.first(name); };
    store::AddressFilter filter;
    std::vector<Fault> faults;
    if (const auto number = given("organisasjonsnummer")) {
        filter.organisation_number = std::string{*number};
        const bool is_number = number->size() == 9 && number->find_first_not_of("0123456789") == std::string_view::npos;
        if (!is_number) faults.push_back(platform::not_an_id.at("#/organisasjonsnummer"));
    }
    if (const auto type = given("forsendelseType")) {
        filter.dispatch_type = std::string{*type};
        if (!is_type_name(*type)) faults.push_back(platform::bad_value.at("#/forsendelseType"));
    }
    if (const auto level = given("niva")) {
        const bool is_digit = level->size() == 1 && level->front() >= '0' && level->front() <= '9';
        filter.level = is_digit ? level->front() - '0' : 0;
        if (!is_digit) {
            faults.push_back(platform::number_out_of_range.at("#/niva", {{"minimum", "0"}, {"maximum", "9"}}));
        }
    }
    if (!faults.empty()) return all_at_once(std::move(faults));
    return filter;
}

Result<http::Response> show_receivers(const http::Query& query) {
    const auto filter = TRY(receivers_asked_for(query));
    Mottakersystemer answer;
    for (const auto& each : TRY(store::receiver_addresses(query.reader, filter))) {
        answer.mottakersystemer.push_back({each.receiver_id.to_string(), each.receiver_name, each.organisation_number,
                                           each.dispatch_type, each.level});
    }
    return told(answer);
}

} // namespace

void add_receiver_questions(http::Router& router) {
    using json::type_of;
    router.get("/api/v2/forsendelsestyper", right::send_for, show_types,
               about("svarutV2Types", "The types that receivers can be chosen by.", type_of<Forsendelsestyper>()));
    router.get("/api/v2/mottakersystem", right::send_for, show_receivers,
               about("svarutV2Receivers", "The receivers that fit.", type_of<Mottakersystemer>()));
}

} // namespace dispatch::svarut_v2
