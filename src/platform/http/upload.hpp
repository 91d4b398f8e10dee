#pragma once
// Files on their way from a form into the blob store, never whole in memory.
#include "platform/clock.hpp"
#include "platform/crypto/sealed_stream.hpp"
#include "platform/http/multipart.hpp"
#include "platform/http/request.hpp"

#include <functional>

namespace http {

/// Puts the fields of a multipart body into the request's form, and its files into the store; sealed, each under a key
/// derived from the request's file key (file_key_of), when it has one: what nobody takes of those is given back.
class UploadReceiver : public MultipartReceiver {
public:
    /// Before the first byte of a file is kept, admit tells whether this request may leave files here.
    UploadReceiver(Request& request, blobs::Store& store, const Clock& clock, std::function<Result<void>()> admit);

    Result<void> field(std::string name, std::string value) override;
    Result<void> file_begins(std::string field, std::string name, std::string declared_type) override;
    Result<void> file_bytes(std::string_view bytes) override;
    Result<void> file_ends() override;

private:
    Request& request_;
    blobs::Store& store_;
    const Clock& clock_;
    std::function<Result<void>()> admit_;
    std::unique_ptr<blobs::Writer> writer_;
    crypto::Sha256 content_;
    std::optional<crypto::SealingStream> sealing_;
};

} // namespace http
