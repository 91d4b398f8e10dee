#pragma once
// The types by which receivers are chosen, as senders write them.
#include <array>
#include <string_view>

namespace dispatch {

inline constexpr std::array<std::string_view, 5> dispatch_types{"Byggesøknad", "Geointegrasjon.Matrikkelføring",
                                                                "Geointegrasjon.Matrikkelføringsrespons",
                                                                "ks.signertforsendelse", "nav.digisos"};

} // namespace dispatch
