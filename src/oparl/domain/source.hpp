#pragma once
// A system that objects are held from.
#include "platform/clock.hpp"

#include <optional>
#include <string>

namespace oparl {

struct Source {
    std::int64_t number = 0;
    std::string slug;                      ///< Last part of its address here.
    std::string name;                      ///< As it calls itself; the slug until that is known.
    std::string address;                   ///< Where it is read from; empty for a folder.
    std::string license;                   ///< Under which it publishes, as an address; empty when it does not say.
    std::optional<Instant> complete_until; ///< Everything older has been read.
    Instant created_at, changed_at;

    [[nodiscard]] std::string url() const { return "/oparl-sources/" + slug; }
};

/// a–z, 0–9 and hyphens from an address or a folder's name: "https://ris.example/oparl" is "ris-example".
std::string slug_of_place(std::string_view place);

} // namespace oparl
