#include "platform/http/upload.hpp"

#include <algorithm>

namespace http {

static constexpr std::size_t first_bytes_max = 4096;

UploadReceiver::UploadReceiver(Request& request, blobs::Store& store, const Clock& clock,
                               std::function<Result<void>()> admit)
    : request_{request}, store_{store}, clock_{clock}, admit_{std::move(admit)} {}

Result<void> UploadReceiver::field(std::string name, std::string value) {
    request_.form.add(std::move(name), std::move(value));
    return {};
}

Result<void> UploadReceiver::file_begins(std::string field, std::string name, std::string declared_type) {
    TRY(admit_());
    writer_ = TRY(request_.file_key ? store_.begin_passing(clock_.now()) : store_.begin());
    UploadedFile file;
    file.field = std::move(field);
    file.name = std::move(name);
    file.declared_type = std::move(declared_type);
    if (request_.file_key) sealing_.emplace(crypto::file_key_of(*request_.file_key, request_.files.size()));
    request_.files.push_back(std::move(file));
    return {};
}

Result<void> UploadReceiver::file_bytes(std::string_view bytes) {
    auto& file = request_.files.back();
    file.first_bytes += bytes.substr(0, first_bytes_max - std::min(first_bytes_max, file.first_bytes.size()));
    file.size += bytes.size();
    content_.update(bytes);
    return sealing_ ? writer_->write(sealing_->add(bytes)) : writer_->write(bytes);
}

Result<void> UploadReceiver::file_ends() {
    if (sealing_) TRY(writer_->write(sealing_->finish()));
    auto& file = request_.files.back();
    file.digest = TRY(writer_->finish());
    file.sha256 = content_.finish();
    sealing_.reset();
    writer_.reset();
    return {};
}

} // namespace http
