#pragma once
// The browser's files, as they travel inside the program: "app.3f9c2a71.css" with its twins ".gz" and ".br".
#include "platform/embedded.hpp"
#include "platform/http/answer.hpp"

#include <map>
#include <span>

namespace http {

/// Finished answers for every file, made once at start. Files with a hash in their name never change and are kept by
/// browsers for a year; the others are asked for again by their tag.
class Assets {
public:
    explicit Assets(std::span<const embedded::File> files, bool is_secure = false);

    /// The file in the best coding that the client takes; nothing when there is none of that name.
    [[nodiscard]] std::shared_ptr<const Document> find(std::string_view name, std::string_view accept_encoding) const;

private:
    struct Codings {
        std::shared_ptr<const Document> identity, gzip, brotli;
    };
    std::map<std::string, Codings, std::less<>> files_;
};

} // namespace http
