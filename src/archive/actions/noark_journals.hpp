#pragma once
// loependeJournal.xml, offentligJournal.xml and endringslogg.xml.
#include "archive/actions/noark_source.hpp"
#include "platform/xml/writer.hpp"

namespace archive {

/// The running journal has everything; the public one has neither titles nor names that are shielded.
enum class JournalKind : std::uint8_t { running, open };

/// lines: in the order of their numbers, at least one.
Result<void> write_journal(xml::Writer&, JournalKind, const NoarkSource&, const std::vector<JournalLine>& lines);
/// changes: at least one.
Result<void> write_changes(xml::Writer&, const std::vector<NoarkChange>& changes);

} // namespace archive
