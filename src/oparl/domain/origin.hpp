#pragma once
// Where an address leads: a system vouches for what stands at its own origin, and for nothing else.
#include <string>
#include <string_view>
#include <vector>

namespace oparl {

/// "https://ris.example:8443" of an http or https address, in lower case and without a port that goes without saying;
/// empty for anything else, for addresses with a user in them and with characters that no address has.
std::string origin_of(std::string_view address);

/// The origins that objects and lists of one system may stand at.
class Origins {
public:
    Origins() = default;
    explicit Origins(std::vector<std::string> allowed) : allowed_{std::move(allowed)} {}
    /// Any, as long as none is named.
    [[nodiscard]] bool allows(std::string_view address) const;
    void add(std::string origin) { allowed_.push_back(std::move(origin)); }
    [[nodiscard]] bool is_open() const { return allowed_.empty(); }

private:
    std::vector<std::string> allowed_;
};

} // namespace oparl
