#include "registers/altinn_messages.hpp"

#include "platform/crypto/encoding.hpp"
#include "platform/http/percent.hpp"
#include "platform/id.hpp"
#include "registers/domain/altinn_form.hpp"
#include "registers/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace registers {

using namespace std::chrono_literals;

static constexpr auto altinn_send_timeout = 60s;
static constexpr auto altinn_token_margin = 30s; // What is asked with a token must be answered before it ends.
static constexpr auto altinn_token_kept_max = 30min;
static constexpr std::size_t altinn_token_answer_max = 64 << 10;
static constexpr std::string_view messages_path = "/correspondence/api/v1/correspondence";

static Error altinn_failure(int status) {
    const ErrorValues values{{"status", std::int64_t{status}}};
    return may_pass(status) ? altinn_unavailable.error(values) : altinn_refused.error(values);
}

static Error altinn_unreadable(const char* what) {
    return answer_unreadable.error({{"what", std::string{what}}});
}

/// The token stands alone in the answer, with or without the quotes of JSON.
static std::string token_in_answer(std::string_view body) {
    const auto is_around = [](char letter) {
        return letter == '"' || letter == ' ' || letter == '\r' || letter == '\n';
    };
    while (!body.empty() && is_around(body.front()))
        body.remove_prefix(1);
    while (!body.empty() && is_around(body.back()))
        body.remove_suffix(1);
    return std::string{body};
}

/// When a token says that it ends; it is Altinn that believes it or not.
static Result<Instant> end_of_token(std::string_view token) {
    const auto first = token.find('.');
    const auto last = token.rfind('.');
    if (first == std::string_view::npos || last <= first) return altinn_unreadable("token");
    const auto text = crypto::from_base64url(token.substr(first + 1, last - first - 1));
    const auto claims = text ? json::parse(*text) : Result<json::Value>{text.error()};
    if (!claims || claims->integer_of("exp") <= 0) return altinn_unreadable("token");
    return Instant{std::chrono::seconds{std::min<std::int64_t>(claims->integer_of("exp"), 253'402'300'799)}};
}

AltinnMessages::AltinnMessages(Client client, const Clock& clock, Random& random, Fetch fetch)
    : client_{std::move(client)}, clock_{clock}, fetch_{std::move(fetch)}, random_{random}, tokens_{client_.grant,
                                                                                                    clock, random,
                                                                                                    fetch_} {}

const std::string& AltinnMessages::resource_for(bool is_confidential) const {
    return is_confidential ? client_.confidential_resource : client_.resource;
}

/// Altinn takes no token of Maskinporten's: it gives one of its own for it.
Result<std::string> AltinnMessages::token() {
    const std::lock_guard lock{mutex_};
    if (!kept_token_.empty() && clock_.now() < kept_until_) return kept_token_;
    kept_token_.clear();
    const auto given = TRY(tokens_.token());
    net::Request asked;
    asked.url = client_.address + "/authentication/api/v1/exchange/maskinporten";
    asked.headers = {{"authorization", "Bearer " + given}};
    asked.answer_bytes_max = altinn_token_answer_max;
    const auto answer = fetch_(asked);
    if (!answer) {
        rest_.begin(answer.error(), nullptr, clock_.now());
        return answer.error();
    }
    if (is_away(answer->status)) {
        const auto error = altinn_failure(answer->status);
        rest_.begin(error, &*answer, clock_.now());
        return error;
    }
    if (answer->status != 200) {
        tokens_.forget(given);
        return token_not_given.error({{"why", fmt::format("Altinn: status {}", answer->status)}});
    }
    auto token = token_in_answer(answer->body);
    const auto ends_at = TRY(end_of_token(token));
    kept_until_ = std::min(ends_at, clock_.now() + altinn_token_kept_max) - altinn_token_margin;
    kept_token_ = std::move(token);
    return kept_token_;
}

Result<net::Answer> AltinnMessages::ask(net::Request request) {
    static constexpr int unauthorised = 401;
    if (auto failure = rest_.failure(clock_.now())) return *std::move(failure);
    const auto with = TRY(token());
    request.url = client_.address + std::string{messages_path} + request.url;
    request.headers.emplace_back("authorization", "Bearer " + with);
    request.headers.emplace_back("accept", "application/json");
    if (!client_.subscription_key.empty())
        request.headers.emplace_back("ocp-apim-subscription-key", client_.subscription_key);
    auto answer = fetch_(request);
    if (!answer) {
        rest_.begin(answer.error(), nullptr, clock_.now());
        return answer;
    }
    if (answer->status == unauthorised) {
        const std::lock_guard lock{mutex_};
        if (kept_token_ == with) kept_token_.clear();
    }
    if (is_away(answer->status)) rest_.begin(altinn_failure(answer->status), &*answer, clock_.now());
    return answer;
}

/// The only message that an answer tells of.
static Result<std::string> message_in(const net::Answer& answer) {
    const auto body = json::parse(answer.body);
    const auto* told = body ? body->find("correspondences") : nullptr;
    if (told == nullptr || told->array() == nullptr || told->array()->size() != 1)
        return altinn_unreadable("correspondences");
    const auto id = told->array()->front().text_of("correspondenceId");
    if (!Uuid::parse(id)) return altinn_unreadable("correspondenceId");
    return std::string{id};
}

Result<std::string> AltinnMessages::send(const AltinnLetter& letter) {
    static constexpr int conflict = 409, unprocessable = 422;
    const auto boundary = random_.token(24);
    net::Request asked;
    asked.url = "/upload";
    asked.method = "POST";
    asked.timeout = altinn_send_timeout;
    asked.headers = {{"content-type", "multipart/form-data; boundary=" + boundary}};
    asked.body = altinn_form(letter, resource_for(letter.is_confidential), boundary);
    const auto answer = TRY(ask(std::move(asked)));
    if (answer.status >= 200 && answer.status < 300) return message_in(answer);
    if (answer.status == unprocessable && !letter.identity_number.empty()) return altinn_recipient_reserved.error();
    if (answer.status != conflict) return altinn_failure(answer.status);
    // It has a message with this id already.
    auto known = TRY(find(letter.id, letter.is_confidential));
    if (!known) return altinn_unavailable.error({{"status", std::int64_t{conflict}}});
    return *std::move(known);
}

Result<std::optional<std::string>> AltinnMessages::find(std::string_view letter_id, bool is_confidential) {
    static constexpr int missing = 404;
    net::Request asked;
    // By both marks: one that did not know the first would otherwise answer with everybody's.
    asked.url = fmt::format("?resourceId={}&role=Sender&idempotentKey={}&sendersReference={}",
                            http::percent_encoded(resource_for(is_confidential)), letter_id, letter_id);
    const auto answer = TRY(ask(std::move(asked)));
    if (answer.status == missing) return std::optional<std::string>{};
    if (answer.status != 200) return altinn_failure(answer.status);
    const auto body = json::parse(answer.body);
    const auto* ids = body ? body->find("ids") : nullptr;
    if (ids == nullptr || ids->array() == nullptr || ids->array()->size() > 1) return altinn_unreadable("ids");
    if (ids->array()->empty()) return std::optional<std::string>{};
    const auto* id = ids->array()->front().text();
    if (id == nullptr || !Uuid::parse(*id)) return altinn_unreadable("ids");
    return std::optional{*id};
}

Result<AltinnState> AltinnMessages::state(std::string_view message) {
    net::Request asked;
    asked.url = fmt::format("/{}/details", message);
    const auto answer = TRY(ask(std::move(asked)));
    if (answer.status != 200) return altinn_failure(answer.status);
    const auto body = json::parse(answer.body);
    const auto state = body ? altinn_state(body->text_of("status")) : std::nullopt;
    if (!state) return altinn_unreadable("status");
    return *state;
}

} // namespace registers
