#pragma once
// Identifiers are types: Id<struct CaseTag> cannot be passed where Id<struct BodyTag> is wanted.
#include "platform/clock.hpp"
#include "platform/random.hpp"
#include "platform/result.hpp"

#include <array>
#include <compare>
#include <string>
#include <string_view>

/// UUID version 7 (RFC 9562): milliseconds since 1970, then chance, so that ids sort by time of birth.
/// Stored as TEXT in the usual form with hyphens, lower case.
class Uuid {
public:
    Uuid() = default;
    static Uuid make(Instant now, Random& random);
    /// Any UUID in its usual form, hyphens included. Fails with platform.bad_value.
    static Result<Uuid> parse(std::string_view text);
    [[nodiscard]] std::string to_string() const;
    auto operator<=>(const Uuid&) const = default;

private:
    std::array<std::uint8_t, 16> bytes_{};
};

template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(Uuid uuid) : uuid_{uuid} {}
    static Id make(Instant now, Random& random) { return Id{Uuid::make(now, random)}; }
    static Result<Id> parse(std::string_view text) { return Id{TRY(Uuid::parse(text))}; }
    [[nodiscard]] std::string to_string() const { return uuid_.to_string(); }
    [[nodiscard]] Uuid uuid() const { return uuid_; }
    auto operator<=>(const Id&) const = default;

private:
    Uuid uuid_;
};
