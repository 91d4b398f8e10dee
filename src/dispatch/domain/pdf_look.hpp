#pragma once
// A first look at a PDF while it passes: whether it is whole, and whether a password locks it. Says nothing about its
// pages. Source: ISO 32000-1, sections 7.5.5 (trailer, /Encrypt), 7.5.2 and 7.5.5 (%PDF- and %%EOF).
#include <cstdint>
#include <string>
#include <string_view>

namespace dispatch {

class PdfLook {
public:
    void add(std::string_view piece);
    [[nodiscard]] bool is_whole() const;
    [[nodiscard]] bool is_locked() const { return is_locked_; }

private:
    static constexpr std::size_t tail_length = 1024;
    std::string head_, tail_;
    bool is_locked_ = false;
};

} // namespace dispatch
