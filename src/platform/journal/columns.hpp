#pragma once
// Between the journal's values and their columns.
#include "platform/db/database.hpp"
#include "platform/journal/journal.hpp"

#include <algorithm>
#include <bit>
#include <string>

namespace journal {

/// A digest of another length can only be damage; what comes out then equals no digest.
inline Digest digest_from(const db::Bytes& bytes) {
    Digest digest{};
    if (bytes.size() == digest.size()) std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
}

inline db::Bytes bytes_of(const Digest& digest) {
    return {digest.begin(), digest.end()};
}

/// "($1, $2, $3, $4)" for a list in a condition, and the list itself filled up to that length with its last value: few
/// lengths, so few statements to prepare. The list has at least one value.
inline std::string in_list(db::Arguments& values) {
    values.resize(std::bit_ceil(values.size()), values.back());
    std::string out = "(";
    for (std::size_t i = 1; i <= values.size(); ++i)
        out += (i > 1 ? ", $" : "$") + std::to_string(i);
    return out + ")";
}

} // namespace journal
