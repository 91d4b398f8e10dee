#pragma once
// The systems that objects are held from, how far their import has come, and what was refused.
#include "oparl/domain/source.hpp"
#include "oparl/import_words.hpp"
#include "platform/db/database.hpp"

#include <map>

namespace oparl::store {

/// Fails with oparl.source_not_found.
Result<Source> source_by_slug(db::Reader&, std::string_view slug);
Result<std::optional<Source>> find_source(db::Reader&, std::string_view slug);
/// By name.
Result<std::vector<Source>> list_sources(db::Reader&);
/// Gives it the next number.
Result<Source> insert_source(db::Transaction&, Source);
Result<void> save_source(db::Transaction&, const Source&);

/// Of an import that has not ended: list to next page, empty when the list is done.
Result<std::map<std::string, std::string>> positions(db::Reader&, std::int64_t source);
Result<void> set_position(db::Transaction&, std::int64_t source, std::string_view list, std::string_view next);
Result<void> clear_positions(db::Transaction&, std::int64_t source);

/// In the order they were met. The codes are those of this program; a code it no longer knows is left out.
Result<std::vector<Refusal>> refusals(db::Reader&, std::int64_t source);
Result<void> replace_refusals(db::Transaction&, std::int64_t source, const std::vector<Refusal>&);

} // namespace oparl::store
