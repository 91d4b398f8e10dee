#include "platform/journal/chain.hpp"

#include "platform/crypto/digest.hpp"
#include "platform/crypto/encoding.hpp"
#include "platform/ensure.hpp"

namespace journal {

std::int64_t skip_of(std::int64_t number) {
    return number & (number - 1);
}

Digest seal_of(const Batch& batch, const Digest& previous, const Digest& skipped) {
    const auto number = [](std::int64_t value) { return static_cast<std::uint64_t>(value); };
    return crypto::Sha256{}
        .update(std::string_view{"samband batch"})
        .update_number(number(batch.number))
        .update_number(number(batch.first))
        .update_number(number(batch.last))
        .update_number(number(batch.sealed_at.time_since_epoch().count()))
        .update(batch.root)
        .update(previous)
        .update(skipped)
        .finish();
}

std::vector<std::int64_t> way_between(std::int64_t from, std::int64_t to) {
    ensure(from >= to && to > 0);
    std::vector<std::int64_t> way{from};
    while (way.back() > to) {
        const auto here = way.back();
        way.push_back(skip_of(here) >= to ? skip_of(here) : here - 1);
    }
    return way;
}

json::Object form_of(const Batch& batch) {
    return {{"batch", batch.number},   {"first", batch.first},
            {"last", batch.last},      {"sealedAt", std::int64_t{batch.sealed_at.time_since_epoch().count()}},
            {"root", hex(batch.root)}, {"seal", hex(batch.seal)}};
}

std::string hex(const Digest& digest) {
    return crypto::to_hex(digest);
}

std::optional<Digest> digest_from_hex(std::string_view text) {
    Digest digest{};
    if (!crypto::from_hex(text, digest)) return {};
    return digest;
}

} // namespace journal
