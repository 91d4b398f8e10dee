#pragma once
// The front door of oparl: what the bodies do, in OParl 1.1 for others; and what others publish in it, held here.
#include "oparl/import_words.hpp"
#include "platform/http/router.hpp"
#include "platform/services.hpp"

namespace oparl {

void add_routes(http::Router&);

/// Reads a whole system, over HTTP or from a folder, into a graph of its own. What is there already is not written
/// again; a run that stopped is gone on with. Bad objects are told in the report, the good ones are taken. Fails with
/// oparl.source_unreadable, oparl.source_taken (the name belongs to another address), and as the first page's fetch
/// does; when the database fails, what was kept until then stays and the next run goes on from there.
Result<ImportReport> import_source(const Services&, const Principal&, const ImportRequest&);

/// Writes all objects held from a source into a folder, as pages that import_source reads back to the same graph.
/// Fails with oparl.source_not_found, oparl.folder_unwritable.
Result<ExportReport> export_source(const Services&, std::string_view slug, const std::string& folder,
                                   const Progress& progress = {});

} // namespace oparl
