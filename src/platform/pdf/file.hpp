#pragma once
// Bytes in memory that another process can be handed.
#include "platform/file_descriptor.hpp"
#include "platform/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace pdf {

/// An anonymous file: it has no name, never touches a disk, and is gone with the last who holds it.
class File {
public:
    /// Fails with platform.pdf_workshop_unavailable when the machine gives no more.
    static Result<File> make();
    static Result<File> of(std::string_view bytes);

    Result<void> append(std::string_view bytes);
    [[nodiscard]] std::uint64_t size() const;
    /// At most so many bytes from the offset; "" behind the end.
    [[nodiscard]] Result<std::string> part(std::uint64_t offset, std::size_t bytes_max) const;
    [[nodiscard]] Result<std::string> bytes() const;
    /// Nobody can change it any more, whoever holds it. Fails while somebody has it mapped for writing.
    Result<void> seal();
    [[nodiscard]] int number() const { return descriptor_.number(); }
    /// For reading alone, with a place of its own in the file.
    [[nodiscard]] Result<FileDescriptor> reader() const;

private:
    explicit File(FileDescriptor descriptor) : descriptor_{std::move(descriptor)} {}
    FileDescriptor descriptor_;
};

} // namespace pdf
