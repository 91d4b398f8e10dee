#include "dispatch/jobs/tell_sender.hpp"

#include "dispatch/actions/failure.hpp"
#include "dispatch/actions/set_webhook.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/webhook.hpp"
#include "dispatch/store/dispatch_store.hpp"
#include "dispatch/store/signing_store.hpp"
#include "dispatch/store/webhook_store.hpp"
#include "platform/crypto/compact_signature.hpp"
#include "platform/errors.hpp"

#include <fmt/format.h>

namespace dispatch {

static bool is_change(std::string_view type) {
    return type == "dispatch.moved_on" || type == "dispatch.post_recalled" || type == "dispatch.signing_answered";
}

Result<void> note_change(const Office& office, db::Transaction& transaction, const journal::StoredEvent& event) {
    if (!is_change(event.type) || event.subjects.empty()) return {};
    const auto id = DispatchId::parse(event.subjects.front().second);
    if (!id || !TRY(store::has_webhook(transaction, *id))) return {};
    const auto now = office.services.clock.now();
    return jobs::enqueue(transaction, tell_job,
                         fmt::format(R"({{"dispatch":"{}","event":"{}"}})", id->to_string(), event.id.to_string()), now,
                         now, office.services.random, event.id.to_string());
}

static Result<std::string> told_body(db::Reader& reader, const Office& office, const Dispatch& dispatch) {
    ToldChange told;
    told.timestamp = dispatch.status_at;
    told.dispatch = dispatch.id.to_string();
    told.reference = dispatch.external_reference;
    told.status = dispatch.status;
    told.is_final = is_final(dispatch.status);
    if (const auto signing = TRY(store::signing_of(reader, dispatch.id))) told.signing = signing->decision;
    const auto history = TRY(store::history(reader, dispatch.id));
    if (const auto failure = failure_of(dispatch.status, history)) {
        const auto& words = office.services.texts.in(i18n::Language::nb);
        told.failure = ToldFailure{failure->cause, reason_of(*failure, words), remedy_of(*failure, words)};
    }
    told.url = fmt::format("{}/dispatches/{}", office.services.public_url, told.dispatch);
    told.receipt_url = told.url + "/receipt";
    return json::write(told);
}

static net::Request request_of(const Office& office, const std::string& url, const std::string& id, std::string body) {
    const auto now = office.services.clock.now();
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
    const auto& key = office.receipt_keys.newest();
    net::Request request;
    request.url = url;
    request.method = "POST";
    request.headers = {{"content-type", "application/json"},
                       {"webhook-id", id},
                       {"webhook-timestamp", std::to_string(seconds)},
                       {"webhook-signature", webhook_signature(key, id, seconds, body)},
                       {"webhook-key-id", crypto::thumbprint(key.public_key())}};
    request.body = std::move(body);
    request.answer_bytes_max = 64 << 10;
    request.may_be_private = false;
    return request;
}

/// Addresses may hold secrets of the sender's behind the host; failures stand in logs.
static Error without_path(Error error) {
    for (auto& value : error.values) {
        auto* url = std::get_if<std::string>(&value.value);
        if (value.name == "url" && url != nullptr) *url = url->substr(0, url->find('/', url->find("://") + 3));
    }
    return error;
}

static Result<void> settle_told(const Office& office, AccountId account, const Result<net::Answer>& answer) {
    static constexpr int gone = 410;
    const auto now = office.services.clock.now();
    const auto status = answer ? answer->status : 0;
    TRY(office.services.database.write([&](db::Transaction& transaction) -> Result<void> {
        if (status == gone) {
            return remove_webhook(transaction, office, the_program("postvarsel"), account, now);
        }
        return store::note_told(transaction, account, now, status);
    }));
    if (!answer) {
        const bool leads_inside = answer.error().code == platform::outside_address_refused.name;
        auto failure = without_path(answer.error());
        return leads_inside ? jobs::hopeless(failure) : failure;
    }
    const bool is_settled = (status >= 200 && status < 300) || status == gone;
    if (!is_settled) return webhook_refused.error({{"status", std::int64_t{status}}});
    return {};
}

Result<void> tell_sender(const Office& office, const jobs::Job& job) {
    const auto payload = TRY(json::parse(job.payload));
    const auto id = TRY(DispatchId::parse(payload.text_of("dispatch")));
    auto reader = TRY(office.services.database.reader());
    const auto dispatch = TRY(store::find(*reader, id));
    if (!dispatch) return {};
    const auto webhook = TRY(store::webhook(*reader, dispatch->account_id));
    if (!webhook) return {};
    auto body = TRY(told_body(*reader, office, *dispatch));
    reader.reset();
    const std::string event{payload.text_of("event")};
    return settle_told(office, dispatch->account_id,
                       office.fetch(request_of(office, webhook->url, event, std::move(body))));
}

} // namespace dispatch
