#include "platform/errors.hpp"
#include "platform/journal/verification.hpp"
#include "platform/texts.hpp"

#include <fmt/format.h>
#include <fstream>
#include <sstream>

namespace journal {

namespace {

constexpr std::string_view bundle_beginning = R"({"samband":"journal bundle")";

std::optional<Line> next_line(std::string_view& rest) {
    if (rest.empty()) return {};
    const auto end = rest.find('\n');
    const Line line{rest.substr(0, end), end != std::string_view::npos};
    rest.remove_prefix(line.had_line_end ? end + 1 : rest.size());
    return line;
}

std::string_view name_of(Flaw flaw) {
    switch (flaw) {
    case Flaw::unreadable:
        return "journal.flaw.unreadable";
    case Flaw::altered_form:
        return "journal.flaw.altered_form";
    case Flaw::event_missing:
        return "journal.flaw.event_missing";
    case Flaw::event_altered:
        return "journal.flaw.event_altered";
    case Flaw::root_differs:
        return "journal.flaw.root_differs";
    case Flaw::seal_differs:
        return "journal.flaw.seal_differs";
    case Flaw::event_unsealed:
        return "journal.flaw.event_unsealed";
    case Flaw::head_differs:
        return "journal.flaw.head_differs";
    case Flaw::subject_differs:
        return "journal.flaw.subject_differs";
    case Flaw::attachment_differs:
        return "journal.flaw.attachment_differs";
    case Flaw::content_differs:
        return "journal.flaw.content_differs";
    case Flaw::signature_differs:
        break;
    }
    return "journal.flaw.signature_differs";
}

} // namespace

Verification verify_bytes(std::string_view bytes) {
    if (bytes.starts_with(bundle_beginning)) return verify_bundle(bytes);
    return verify_export([rest = bytes]() mutable { return next_line(rest); });
}

Result<Verification> verify_file(const std::string& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return platform::bad_value.error();
    std::string line;
    std::getline(file, line);
    file.clear();
    file.seekg(0);
    if (line.starts_with(bundle_beginning)) {
        std::ostringstream content;
        content << file.rdbuf();
        return verify_bundle(content.str());
    }
    return verify_export([&]() -> std::optional<Line> {
        if (!std::getline(file, line)) return {};
        return Line{line, !file.eof()};
    });
}

std::string words(const Verification& report, const i18n::Translator& t) {
    namespace text = platform::text;
    auto out = t(text::journal_verified({.events = report.events, .closed = report.closed, .batches = report.batches}));
    const auto add = [&](const std::string& line) { out += "\n" + line; };
    const auto seal = hex(report.head_seal);
    if (report.head_batch > 0)
        add(t(
            text::journal_verified_head({.batch = report.head_batch, .sequence = report.head_sequence, .seal = seal})));
    if (report.signed_at) {
        const auto time = t.date_time(*report.signed_at);
        add(t(text::journal_verified_signature({.time = time, .fingerprint = report.fingerprint})));
    }
    if (report.holds()) {
        add(t(text::journal_verified_holds));
        return out;
    }
    add(t.by_name(name_of(*report.flaw)));
    if (report.sequence > 0) add(t(text::journal_flaw_at_event({.sequence = report.sequence})));
    if (report.batch > 0) add(t(text::journal_flaw_at_batch({.batch = report.batch})));
    return out;
}

} // namespace journal
