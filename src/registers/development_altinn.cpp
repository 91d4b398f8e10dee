#include "registers/development_altinn.hpp"

#include "platform/crypto/jose.hpp"
#include "platform/http/multipart.hpp"
#include "platform/id.hpp"
#include "registers/domain/altinn_form.hpp"
#include "registers/errors.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <map>

namespace registers {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t messages_kept_max = 1000;
constexpr auto altinn_token_age = 30min;
constexpr std::array<std::string_view, 1> altinn_token_algorithms{"ES256"};

Error faulty_part(std::string what) {
    return altinn_message_faulty.error({{"what", std::move(what)}});
}

/// The fields of a form by their names, and its files in their order.
class AltinnForm : public http::MultipartReceiver {
public:
    Result<void> field(std::string name, std::string value) override {
        fields[std::move(name)] = std::move(value);
        return {};
    }
    Result<void> file_begins(std::string, std::string name, std::string) override {
        files.emplace_back(std::move(name), std::string{});
        return {};
    }
    Result<void> file_bytes(std::string_view bytes) override {
        files.back().second.append(bytes);
        return {};
    }
    Result<void> file_ends() override { return {}; }

    std::map<std::string, std::string> fields;
    std::vector<std::pair<std::string, std::string>> files;
};

bool has_every_scope(std::string_view given, std::string_view wanted) {
    while (!wanted.empty()) {
        const auto scope = wanted.substr(0, wanted.find(' '));
        const auto around = fmt::format(" {} ", given);
        if (around.find(fmt::format(" {} ", scope)) == std::string::npos) return false;
        wanted.remove_prefix(std::min(scope.size() + 1, wanted.size()));
    }
    return true;
}

std::string_view bearer_in(std::string_view authorization) {
    static constexpr std::string_view bearer = "Bearer ";
    return authorization.starts_with(bearer) ? authorization.substr(bearer.size()) : std::string_view{};
}

bool is_known_recipient(std::string_view recipient) {
    for (const auto& [scheme, length] : {std::pair{std::string_view{"urn:altinn:organization:identifier-no:"}, 9U},
                                         std::pair{std::string_view{"urn:altinn:person:identifier-no:"}, 11U}}) {
        if (!recipient.starts_with(scheme)) continue;
        const auto number = recipient.substr(scheme.size());
        return number.size() == length &&
               std::ranges::all_of(number, [](char digit) { return digit >= '0' && digit <= '9'; });
    }
    return false;
}

/// Each file must have been announced, in the same order and by the same name.
Result<void> check_attachments(const AltinnForm& form) {
    for (std::size_t i = 0; i < form.files.size(); ++i) {
        const auto& [name, content] = form.files[i];
        const auto announced = form.fields.find(fmt::format("correspondence.content.attachments[{}].fileName", i));
        if (announced == form.fields.end() || announced->second != name) return faulty_part("attachments");
        if (content.empty()) return faulty_part("attachments");
    }
    const auto more = fmt::format("correspondence.content.attachments[{}].fileName", form.files.size());
    if (form.fields.contains(more)) return faulty_part("attachments");
    return {};
}

Result<AltinnForm> read_form(std::string_view content_type, std::string_view body) {
    AltinnForm form;
    const auto boundary = http::multipart_boundary(content_type);
    if (!boundary) return faulty_part("content-type");
    http::MultipartLimits limits;
    limits.parts_max = 1000;
    http::MultipartReader reader{*boundary, form, limits};
    if (!reader.take(body) || !reader.finish()) return faulty_part("multipart");
    for (const auto* needed : {"recipients[0]", "correspondence.resourceId", "correspondence.sendersReference",
                               "correspondence.content.language", "correspondence.content.messageTitle",
                               "correspondence.content.messageBody", "correspondence.notification.notificationTemplate",
                               "correspondence.notification.emailSubject", "correspondence.notification.emailBody",
                               "correspondence.notification.smsBody"}) {
        if (form.fields[needed].empty()) return faulty_part(needed);
    }
    if (!is_known_recipient(form.fields["recipients[0]"])) return faulty_part("recipients");
    if (!Uuid::parse(form.fields["idempotentKey"])) return faulty_part("idempotentKey");
    TRY(check_attachments(form));
    return form;
}

} // namespace

DevelopmentAltinn::DevelopmentAltinn(Sources sources)
    : sources_{std::move(sources)}, key_{crypto::make_signing_key("EC", "altinn")},
      public_keys_{json::Object{{"keys", json::Array{crypto::public_part(key_)}}}} {}

Result<std::string> DevelopmentAltinn::exchange(std::string_view authorization, Instant now) const {
    const auto claims = sources_.verify(bearer_in(authorization));
    if (!claims || !has_every_scope(claims->text_of("scope"), AltinnMessages::scopes)) return token_refused.error();
    const auto ends = std::chrono::floor<std::chrono::seconds>(now + altinn_token_age).time_since_epoch().count();
    return crypto::sign_token(
        json::Object{{"iss", "altinn"}, {"exp", std::int64_t{ends}}, {"scope", std::string{AltinnMessages::scopes}}},
        key_, altinn_token_algorithms.front());
}

Result<void> DevelopmentAltinn::check_token(std::string_view authorization, Instant now) const {
    const auto claims = crypto::verify_token(bearer_in(authorization), public_keys_, altinn_token_algorithms);
    if (!claims || Instant{std::chrono::seconds{claims->integer_of("exp")}} <= now) return token_refused.error();
    return {};
}

Result<json::Value> DevelopmentAltinn::take(std::string_view authorization, std::string_view content_type,
                                            std::string_view body, Instant now) {
    TRY(check_token(authorization, now));
    auto form = TRY(read_form(content_type, body));
    auto& fields = form.fields;
    Message message{Uuid::make(now, sources_.random).to_string(), fields["idempotentKey"],
                    fields["correspondence.resourceId"],          fields["recipients[0]"],
                    fields["correspondence.messageSender"],       fields["correspondence.content.messageTitle"]};
    const auto resource = std::ranges::find(sources_.resources, message.resource);
    if (resource == sources_.resources.end()) return faulty_part("resourceId");
    message.is_confidential = fields["correspondence.isConfidential"] == "true";
    const bool is_for_confidential = resource + 1 == sources_.resources.end();
    if (message.is_confidential != is_for_confidential) return faulty_part("isConfidential");
    message.taken_at = now;
    json::Array attachments;
    for (auto& [name, content] : form.files) {
        message.files.push_back(name);
        message.contents.push_back(std::move(content));
        attachments.emplace_back(Uuid::make(now, sources_.random).to_string());
    }
    const std::lock_guard lock{mutex_};
    if (std::ranges::find(messages_, message.letter, &Message::letter) != messages_.end())
        return altinn_message_taken.error();
    if (messages_.size() == messages_kept_max) messages_.pop_front();
    json::Value told =
        json::Object{{"correspondenceId", message.id}, {"status", "Initialized"}, {"recipient", message.recipient}};
    messages_.push_back(std::move(message));
    return json::Value{
        json::Object{{"correspondences", json::Array{std::move(told)}}, {"attachmentIds", std::move(attachments)}}};
}

Result<json::Value> DevelopmentAltinn::search(std::string_view authorization, const http::Form& query,
                                              Instant now) const {
    TRY(check_token(authorization, now));
    const auto asked = [&](std::string_view name) { return query.first(name).value_or(std::string_view{}); };
    if (asked("role") != "Sender") return faulty_part("role");
    if (std::ranges::find(sources_.resources, asked("resourceId")) == sources_.resources.end())
        return faulty_part("resourceId");
    const std::lock_guard lock{mutex_};
    json::Array ids;
    for (const auto& message : messages_) {
        const bool is_asked = asked("idempotentKey").empty() || asked("idempotentKey") == message.letter;
        const bool is_theirs = asked("sendersReference").empty() || asked("sendersReference") == message.letter;
        if (is_asked && is_theirs && message.resource == asked("resourceId")) ids.emplace_back(message.id);
    }
    return json::Value{json::Object{{"ids", std::move(ids)}}};
}

std::string DevelopmentAltinn::status_of(const Message& message, Instant now) const {
    const bool is_left_alone = message.status == "Initialized";
    if (!is_left_alone || !sources_.opened_after) return message.status;
    return now < message.taken_at + *sources_.opened_after ? "Published" : "Read";
}

Result<json::Value> DevelopmentAltinn::details(std::string_view authorization, std::string_view id, Instant now) const {
    TRY(check_token(authorization, now));
    const std::lock_guard lock{mutex_};
    const auto message = std::ranges::find(messages_, id, &Message::id);
    if (message == messages_.end()) return altinn_message_missing.error();
    return json::Value{json::Object{{"correspondenceId", message->id},
                                    {"resourceId", message->resource},
                                    {"sendersReference", message->letter},
                                    {"recipient", message->recipient},
                                    {"created", to_string(message->taken_at)},
                                    {"status", status_of(*message, now)}}};
}

void DevelopmentAltinn::set_status(const std::string& status) {
    const std::lock_guard lock{mutex_};
    for (auto& message : messages_)
        message.status = status;
}

std::vector<DevelopmentAltinn::Message> DevelopmentAltinn::messages() const {
    const std::lock_guard lock{mutex_};
    return {messages_.begin(), messages_.end()};
}

} // namespace registers
