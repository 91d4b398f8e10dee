#include "registers/contact_register.hpp"

#include "platform/ensure.hpp"
#include "registers/domain/contact_answer.hpp"
#include "registers/errors.hpp"

namespace registers {

static constexpr std::size_t answer_bytes_base = 64 << 10, answer_bytes_each = 16 << 10;

ContactRegister::ContactRegister(std::string address, std::shared_ptr<TokenClient> tokens, const Clock& clock,
                                 Fetch fetch)
    : address_{std::move(address)}, tokens_{std::move(tokens)}, clock_{clock}, fetch_{std::move(fetch)} {}

Result<net::Answer> ContactRegister::ask(std::span<const std::string> identity_numbers) {
    static constexpr int unauthorised = 401;
    json::Array numbers{identity_numbers.begin(), identity_numbers.end()};
    net::Request asked;
    asked.url = address_ + "/rest/v2/personer";
    asked.method = "POST";
    asked.body = json::to_string(json::Object{{"personidentifikatorer", std::move(numbers)}});
    asked.answer_bytes_max = answer_bytes_base + identity_numbers.size() * answer_bytes_each;
    // A token may be withdrawn before its time: then a fresh one is tried, once.
    for (bool is_again = false;; is_again = true) {
        const auto token = TRY(tokens_->token());
        asked.headers = {
            {"authorization", "Bearer " + token}, {"content-type", "application/json"}, {"accept", "application/json"}};
        auto fetched = fetch_(asked);
        if (!fetched) {
            rest_.begin(fetched.error(), nullptr, clock_.now());
            return fetched;
        }
        auto answer = *std::move(fetched);
        if (answer.status != unauthorised) return answer;
        tokens_->forget(token);
        if (is_again) return answer;
    }
}

Result<std::vector<Contact>> ContactRegister::find_all(std::span<const std::string> identity_numbers) {
    ensure(identity_numbers.size() <= people_max);
    if (identity_numbers.empty()) return std::vector<Contact>{};
    if (auto failure = rest_.failure(clock_.now())) return *std::move(failure);
    const auto answer = TRY(ask(identity_numbers));
    if (answer.status != 200) {
        auto error = register_unavailable.error({{"name", "KRR"}, {"status", std::int64_t{answer.status}}});
        if (is_away(answer.status)) rest_.begin(error, &answer, clock_.now());
        return error;
    }
    return contacts_in(answer.body, identity_numbers);
}

Result<Contact> ContactRegister::find(std::string_view identity_number) {
    const std::string number{identity_number};
    auto contacts = TRY(find_all({&number, 1}));
    return std::move(contacts.front());
}

} // namespace registers
