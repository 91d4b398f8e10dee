#pragma once
// One request as handlers see it. No Beast header beyond platform/http/*.cpp.
#include "platform/blobs/store.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/key.hpp"
#include "platform/i18n/message.hpp"
#include "platform/json/described.hpp"
#include "platform/result.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

enum class Method : std::uint8_t { get, head, post, put, patch, remove, options };
std::string_view name_of(Method);

/// What a route can answer with. Decided by the suffix of the path (".json"), else by Accept, else HTML.
enum class Format : std::uint8_t { html, json, csv, atom, ics, ndjson, jsonld, binary, events };
std::string_view media_type(Format);
std::string_view suffix(Format);

/// Names and values in the order sent; from a query string or a form.
class Form {
public:
    void add(std::string name, std::string value) { fields_.emplace_back(std::move(name), std::move(value)); }
    [[nodiscard]] std::optional<std::string_view> first(std::string_view name) const;
    [[nodiscard]] std::vector<std::string_view> all(std::string_view name) const;
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& fields() const { return fields_; }
    /// Percent-decoded application/x-www-form-urlencoded. Fails with platform.bad_encoding.
    static Result<Form> parse(std::string_view encoded);
    /// Percent-encoded, in order.
    [[nodiscard]] std::string to_string() const;

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

/// A file that came as a part of multipart/form-data; its bytes are already in the blob store.
struct UploadedFile {
    std::string field;
    std::string name;          ///< As sent, without any folder; UTF-8, at most 226 bytes.
    std::string declared_type; ///< What the sender says; never trusted.
    std::string first_bytes;   ///< At most 4 kB, for telling the type by content.
    std::uint64_t size = 0;    ///< Of the content as sent.
    blobs::Digest digest;      ///< Of the bytes in the store.
    crypto::Digest sha256{};   ///< Of the content as sent; the same unless the route keeps its files sealed.
};

struct Request {
    Method method = Method::get;
    std::string
        path; ///< Decoded, without language prefix and without the suffix that chose the format: "/cases/19-03109".
    std::string target; ///< As sent, query included.
    i18n::Language language = i18n::Language::nb;
    Format format = Format::html;
    Form query;
    std::vector<std::pair<std::string, std::string>> headers; ///< Names in lower case.
    std::string body;                                         ///< Empty for multipart.
    Form form;                                                ///< Filled for urlencoded and multipart bodies.
    std::vector<UploadedFile> files;                          ///< Filled for multipart bodies.
    std::shared_ptr<const crypto::Key> file_key; ///< What the files are sealed under, where the route seals them.
    std::map<std::string, std::string, std::less<>> path_values; ///< {number} → "19-03109".
    std::string remote_address;
    std::string id; ///< Stands in the log, in X-Request-Id and in problems.
    bool is_secure = false;

    [[nodiscard]] std::optional<std::string_view> header(std::string_view lower_case_name) const;
    [[nodiscard]] std::string_view path_value(std::string_view name) const;
    [[nodiscard]] std::optional<std::string_view> cookie(std::string_view name) const;
    /// What stands after "Bearer" in Authorization (RFC 6750); nothing when the header is missing or says otherwise.
    [[nodiscard]] std::optional<std::string_view> bearer_token() const;
    [[nodiscard]] bool has_json_body() const;
    /// The version in If-Match ("7.…") or in the form field "version"; nothing when neither is sent.
    [[nodiscard]] std::optional<std::int64_t> expected_version() const;
    /// Idempotency-Key header or form field "requestKey".
    [[nodiscard]] std::optional<std::string> request_key() const;

    /// The body as a typed request, JSON or form alike. Fails with platform.request_faulty, all faults at once, unknown
    /// fields included (csrfToken, requestKey and version are known in every form), or platform.body_not_json.
    template <class T>
    [[nodiscard]] Result<T> read() const {
        return has_json_body() ? json::read<T>(body) : json::read_form<T>(form.fields());
    }
    /// The query string as a typed request; parameters of paging and format are the route's own.
    template <class T>
    [[nodiscard]] Result<T> read_query() const {
        return json::read_query<T>(query.fields());
    }
};

} // namespace http
