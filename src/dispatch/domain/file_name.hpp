#pragma once
// What the files of a letter may be called. Source: facts of SvarUt, which cuts nothing and refuses longer ones.
#include <string>
#include <string_view>

namespace dispatch {

inline constexpr std::size_t file_name_length_max = 226;

/// Whether every file system can have it.
bool is_fit_file_name(std::string_view name);
/// Lower case for Latin letters, the Norwegian ones included: file systems of receivers take them for the same.
std::string folded_file_name(std::string_view name);

} // namespace dispatch
