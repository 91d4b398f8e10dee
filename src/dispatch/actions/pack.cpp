#include "dispatch/actions/pack.hpp"

#include "platform/zip/zip_writer.hpp"

namespace dispatch {

namespace {

/// documents ──▶ zip ──▶ message, one piece at a time.
class Packing {
public:
    Packing(blobs::Store& blobs, std::shared_ptr<const Opened> opened, crypto::CmsEncryption encryption)
        : blobs_{blobs}, opened_{std::move(opened)}, encryption_{std::move(encryption)} {}

    Result<std::string> next() {
        while (!is_finished_) {
            auto sealed = encryption_.add(TRY(next_of_archive()));
            if (is_finished_) sealed += encryption_.finish();
            // The archive may have grown without a whole block: nothing to send does not mean the end.
            if (!sealed.empty()) return sealed;
        }
        return std::string{};
    }

private:
    Result<std::string> next_of_archive() {
        if (next_piece_) {
            const auto piece = TRY(next_piece_());
            if (!piece.empty()) return archive_.add(piece);
            next_piece_ = nullptr;
            ++position_;
            return archive_.end_file();
        }
        if (position_ == opened_->documents.size()) {
            is_finished_ = true;
            return archive_.finish();
        }
        next_piece_ = document_pieces(blobs_, *opened_, position_);
        return archive_.begin_file(opened_->envelope.documents[position_].name,
                                   static_cast<std::uint64_t>(opened_->documents[position_].bytes));
    }

    blobs::Store& blobs_;
    std::shared_ptr<const Opened> opened_;
    crypto::CmsEncryption encryption_;
    zip::Writer archive_;
    std::size_t position_ = 0;
    std::function<Result<std::string>()> next_piece_;
    bool is_finished_ = false;
};

} // namespace

Result<std::function<Result<std::string>()>> packed_pieces(blobs::Store& blobs, std::shared_ptr<const Opened> opened,
                                                           const std::string& certificate_pem) {
    auto encryption = TRY(crypto::CmsEncryption::to(certificate_pem));
    auto packing = std::make_shared<Packing>(blobs, std::move(opened), std::move(encryption));
    return std::function<Result<std::string>()>{[packing] { return packing->next(); }};
}

} // namespace dispatch
