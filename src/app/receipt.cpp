#include "app/errors.hpp"
#include "app/program.hpp"
#include "app/run.hpp"
#include "dispatch/receipts.hpp"
#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"

#include <array>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace app {

static Result<std::string> receipt_text_in(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return file_unreadable.error({{"file", path}});
    return std::string{std::istreambuf_iterator<char>{file}, {}};
}

/// Documents may be large, so they are not read whole.
static Result<std::string> digest_of_file(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return file_unreadable.error({{"file", path}});
    crypto::Sha256 sum;
    std::array<char, 65'536> piece{};
    while (file) {
        file.read(piece.data(), piece.size());
        sum.update(std::string_view{piece.data(), static_cast<std::size_t>(file.gcount())});
    }
    return crypto::to_hex(crypto::view(sum.finish()));
}

static Result<dispatch::ReceiptReport> verified_receipt(const CommandLine& command) {
    const auto receipt = TRY(receipt_text_in(command.receipt));
    dispatch::ReceiptQuestion question;
    question.receipt = receipt;
    if (!command.keys.empty()) question.key_set = TRY(receipt_text_in(command.keys));
    for (const auto& path : command.files) {
        question.digests.push_back(TRY(digest_of_file(path)));
    }
    return dispatch::verify_receipt(question);
}

int run_verify_receipt(const CommandLine& command) {
    const auto report = verified_receipt(command);
    if (!report) return tell(report.error());
    const i18n::Library texts{all_catalogues()};
    fmt::print("{}\n", dispatch::words(*report, texts.in(i18n::Language::nb)));
    return report->holds() ? 0 : 1;
}

} // namespace app
