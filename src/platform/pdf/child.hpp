#pragma once
// The other side of the workshop: the program, started anew under another name, that does nothing but this.
#include "platform/pdf/workshop.hpp"

#include <cstdio>
#include <string>

namespace pdf {

/// The program knows by it that it is to be a workshop's process. The limits follow, in numbers.
inline constexpr const char* child_name = "samband-pdf";
/// Where its side of the line to the workshop lies open.
inline constexpr int child_line = 3;
inline constexpr int files_max = 2000;
inline constexpr int pages_max = 20'000;

/// What stands first in a message. Each file comes with a message of its own, so that no message carries more
/// descriptors than the system lets through.
enum class Ask : char { file = 'F', look = 'L', bind = 'B' };
enum class Answer : char { done = 'D', refused = 'R' };

/// Does what is asked until the other side is gone; gives the exit status.
int serve_workshop(const Limits&);
/// Makes the linker keep the part that begins before main().
void keep_child();

/// Throw std::exception for what the file holds. The answer is written to out, for read_look.
void write_look(std::FILE* in, std::FILE* out);
Look read_look(const std::string& text);
/// Gives the number of pages and where the marks stand.
std::string bind_book(const std::string& script, const std::vector<std::FILE*>& files, std::FILE* out);

} // namespace pdf
