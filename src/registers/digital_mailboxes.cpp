#include "registers/digital_mailboxes.hpp"

#include "platform/crypto/cms.hpp"
#include "registers/domain/document_package.hpp"
#include "registers/domain/mailbox_message.hpp"
#include "registers/errors.hpp"

#include <fmt/format.h>

namespace registers {

static constexpr std::size_t senders_max = 1000, receipts_bytes_max = 16 << 20;
static constexpr std::chrono::seconds hand_over_timeout{60};

static bool is_taken(int status) {
    static constexpr int conflict = 409; // It has a message with this id already.
    return (status >= 200 && status < 300) || status == conflict;
}

static Error not_done(const net::Answer& answer) {
    const ErrorValues values{{"status", std::int64_t{answer.status}}};
    return may_pass(answer.status) ? mailbox_unavailable.error(values) : mailbox_refused.error(values);
}

DigitalMailboxes::DigitalMailboxes(Client client, const Clock& clock, Random& random, Fetch fetch)
    : client_{std::move(client)}, clock_{clock}, random_{random}, fetch_{std::move(fetch)} {}

std::shared_ptr<TokenClient> DigitalMailboxes::tokens_for(const std::string& consumer_number) {
    const std::lock_guard lock{mutex_};
    if (const auto known = tokens_.find(consumer_number); known != tokens_.end()) return known->second;
    if (tokens_.size() >= senders_max) tokens_.clear();
    auto grant = client_.grant;
    if (consumer_number != client_.key.organisation_number()) grant.consumer_number = consumer_number;
    auto made = std::make_shared<TokenClient>(std::move(grant), clock_, random_, fetch_);
    tokens_.emplace(consumer_number, made);
    return made;
}

Result<net::Answer> DigitalMailboxes::ask(net::Request request, TokenClient& tokens, const std::string& token) {
    static constexpr int unauthorised = 401;
    if (auto failure = rest_.failure(clock_.now())) return *std::move(failure);
    request.headers.emplace_back("authorization", "Bearer " + token);
    auto answer = fetch_(request);
    if (!answer) {
        rest_.begin(answer.error(), nullptr, clock_.now());
        return answer;
    }
    if (answer->status == unauthorised) tokens.forget(token);
    if (is_away(answer->status)) rest_.begin(not_done(*answer), &*answer, clock_.now());
    return answer;
}

Result<net::Answer> DigitalMailboxes::ask_for_ourselves(net::Request request) {
    const auto tokens = tokens_for(client_.key.organisation_number());
    const auto token = TRY(tokens->token());
    return ask(std::move(request), *tokens, token);
}

Result<void> DigitalMailboxes::hand_over(const MailboxLetter& given) {
    const auto now = clock_.now();
    auto letter = given;
    if (letter.language.size() != 2) letter.language = "nb";
    auto sealing = TRY(crypto::CmsEncryption::to(letter.mailbox.certificate));
    auto sealed = sealing.add(document_package(letter, client_.key, now));
    sealed += sealing.finish();
    const auto tokens = tokens_for(letter.sender_number);
    const auto token = TRY(tokens->token());
    const auto message = crypto::sign_document(letter_message(letter, client_.key, sealed, token, now), client_.key);
    const auto boundary = random_.token(24);
    const auto part = [&](std::string_view name, std::string_view file, std::string_view type) {
        return fmt::format("--{}\r\ncontent-disposition: form-data; name=\"{}\"; filename=\"{}\"\r\n"
                           "content-type: {}\r\n\r\n",
                           boundary, name, file, type);
    };
    net::Request asked;
    asked.url = client_.address + "/messages/out";
    asked.method = "POST";
    asked.timeout = hand_over_timeout;
    asked.headers = {{"content-type", "multipart/form-data; boundary=" + boundary}, {"accept", "application/json"}};
    asked.body = part("forretningsmelding", "sbd.jwt", "application/jwt") + message + "\r\n" +
                 part("dokumentpakke", "asic.cms", "application/cms") + sealed +
                 fmt::format("\r\n--{}--\r\n", boundary);
    const auto answer = TRY(ask(std::move(asked), *tokens, token));
    return is_taken(answer.status) ? Result<void>{} : not_done(answer);
}

Result<bool> DigitalMailboxes::has_taken(std::string_view id) {
    static constexpr int missing = 404;
    net::Request asked;
    asked.url = fmt::format("{}/messages/out/{}/statuses", client_.address, id);
    asked.headers = {{"accept", "application/json"}};
    const auto answer = TRY(ask_for_ourselves(std::move(asked)));
    if (answer.status == missing) return false;
    if (answer.status != 200) return not_done(answer);
    const auto statuses = json::parse(answer.body);
    return statuses && statuses->array() != nullptr && !statuses->array()->empty();
}

Result<std::vector<std::string>> DigitalMailboxes::incoming() {
    static constexpr int nothing = 204;
    net::Request asked;
    asked.url = client_.address + "/messages/in";
    asked.headers = {{"accept", "application/json"}};
    asked.answer_bytes_max = receipts_bytes_max;
    const auto answer = TRY(ask_for_ourselves(std::move(asked)));
    if (answer.status == nothing) return std::vector<std::string>{};
    if (answer.status != 200) return not_done(answer);
    const auto listed = json::parse(answer.body);
    if (!listed || listed->array() == nullptr) return receipt_faulty.error({{"what", "list"}});
    std::vector<std::string> receipts;
    for (const auto& each : *listed->array())
        receipts.emplace_back(each.text_of("forretningsmelding"));
    return receipts;
}

Result<MailboxReceipt> DigitalMailboxes::open(std::string_view receipt) const {
    return receipt_in(TRY(crypto::open_document(receipt, client_.trusted, clock_.now())));
}

Result<void> DigitalMailboxes::mark_read(std::string_view receipt_id) {
    static constexpr int missing = 404;
    net::Request asked;
    asked.url = fmt::format("{}/messages/in/{}/read", client_.address, receipt_id);
    asked.method = "POST";
    const auto answer = TRY(ask_for_ourselves(std::move(asked)));
    const bool is_marked = (answer.status >= 200 && answer.status < 300) || answer.status == missing;
    return is_marked ? Result<void>{} : not_done(answer);
}

} // namespace registers
