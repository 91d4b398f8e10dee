#pragma once
// XML read from a file piece by piece, and held against a grammar on the way. Entities are never expanded and nothing
// is fetched. libxml2 stays behind reader.cpp.
#include "platform/result.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xml {

/// Where the reader stands: the names of the open elements, the innermost last, without prefix.
using Path = std::vector<std::string>;

using Attributes = std::vector<std::pair<std::string, std::string>>;

struct Reading {
    /// At the beginning of each element.
    std::function<void(const Path&, const Attributes&)> began{};
    /// At the end of each element, with the text that stands directly in it.
    std::function<void(const Path&, std::string_view text)> ended{};
    /// A grammar (RELAX NG, XML syntax) that the document must follow; empty asks for being well-formed alone.
    std::string_view grammar{};
};

/// Fails with platform.xml_unreadable: no such file, not well-formed, or against the grammar; the line and why.
Result<void> read_file(const std::string& path, const Reading&);
/// The same from memory, for documents of others: one with a document type is refused. name: what to call it.
Result<void> read_text(std::string_view text, const std::string& name, const Reading&);
/// The same against a W3C schema in a file, which may import others beside it.
Result<void> check_against_schema(const std::string& path, const std::string& schema_file);

} // namespace xml
