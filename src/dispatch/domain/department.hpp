#pragma once
// Where in an organisation post shall go, and how the organisation wants it: departments that senders may name, and the
// channel that it has chosen for each department and type of dispatch.
#include "dispatch/ids.hpp"
#include "platform/clock.hpp"
#include "platform/json/described.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dispatch {

inline constexpr std::int64_t departments_max = 200; ///< Of one organisation.
inline constexpr std::int64_t choices_max = 200;

struct Department {
    std::string key; ///< What senders write: a to z, digits and hyphens.
    std::string name;
    std::optional<Instant> closed_at{};
};

/// Channels that an organisation may choose. Paper costs its sender money, so nobody else chooses that.
enum class ChosenChannel : std::uint8_t { receiver, altinn, mailbox };
BOOST_DESCRIBE_ENUM(ChosenChannel, receiver, altinn, mailbox)

struct PostChoice {
    ChoiceId id;
    std::string organisation_number;
    std::string department, dispatch_type; ///< Empty: all.
    ChosenChannel channel = ChosenChannel::mailbox;
};

struct NewDepartment {
    Line<40> key;
    Line<100> name;
};
BOOST_DESCRIBE_STRUCT(NewDepartment, (), (key, name))

struct NewChoice {
    std::optional<Line<40>> department;     ///< Nothing: every one.
    std::optional<Line<100>> dispatch_type; ///< The same.
    ChosenChannel channel = ChosenChannel::mailbox;
};
BOOST_DESCRIBE_STRUCT(NewChoice, (), (department, dispatch_type, channel))

std::vector<Fault> faults_of(const NewDepartment&);

} // namespace dispatch
