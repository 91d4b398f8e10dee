// Whatever the bytes: a report and no crash, and nothing holds that is not signed over all that stands before.
#include "platform/ensure.hpp"
#include "platform/journal/verification.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    const auto report = journal::verify_bytes(text);
    if (!report.holds()) return 0;
    ensure_or_stop(report.fingerprint.size() == 64 && report.signed_at);
    // What holds has one form: with any one byte more or less it does not.
    ensure_or_stop(!journal::verify_bytes(std::string{text} + "\n").holds());
    ensure_or_stop(!journal::verify_bytes(text.substr(0, size - 1)).holds());
    return 0;
}
