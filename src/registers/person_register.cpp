#include "registers/person_register.hpp"

#include "platform/http/percent.hpp"
#include "registers/domain/guardian_answer.hpp"
#include "registers/errors.hpp"

#include <fmt/format.h>

namespace registers {

using namespace std::chrono_literals;

static constexpr std::size_t person_answer_max = 256 << 10;

PersonRegister::PersonRegister(std::string address, std::shared_ptr<TokenClient> tokens, const Clock& clock,
                               Fetch fetch)
    : address_{std::move(address)}, tokens_{std::move(tokens)}, clock_{clock}, fetch_{std::move(fetch)} {}

Error PersonRegister::failed(int status, const net::Answer* answer) {
    auto error = register_unavailable.error({{"name", "Folkeregisteret"}, {"status", std::int64_t{status}}});
    if (answer == nullptr || is_away(status)) rest_.begin(error, answer, clock_.now());
    return error;
}

Result<net::Answer> PersonRegister::ask(std::string_view identity_number) {
    static constexpr int unauthorised = 401;
    net::Request asked;
    asked.url = fmt::format("{}/personer/{}?part=navn&part=vergemaalEllerFremtidsfullmakt", address_,
                            http::percent_encoded(identity_number));
    asked.answer_bytes_max = person_answer_max;
    asked.timeout = 5s; // Somebody waits for the page.
    // A token may be withdrawn before its time: then a fresh one is tried, once.
    for (bool is_again = false;; is_again = true) {
        const auto token = TRY(tokens_->token());
        asked.headers = {{"authorization", "Bearer " + token}, {"accept", "application/json"}};
        auto fetched = fetch_(asked);
        if (!fetched) return failed(0, nullptr);
        if (fetched->status != unauthorised) return fetched;
        tokens_->forget(token);
        if (is_again) return fetched;
    }
}

Result<std::optional<GuardedPerson>> PersonRegister::find(std::string_view identity_number) {
    static constexpr int missing = 404;
    if (auto failure = rest_.failure(clock_.now())) return *std::move(failure);
    const auto answer = TRY(ask(identity_number));
    if (answer.status == missing) return std::optional<GuardedPerson>{};
    if (answer.status != 200) return failed(answer.status, &answer);
    auto person = TRY(guarded_person_in(answer.body, identity_number, clock_.now()));
    return std::optional{std::move(person)};
}

} // namespace registers
