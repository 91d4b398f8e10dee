#include "oparl/demonstration.hpp"

#include "oparl/oparl.hpp"
#include "oparl/store/source_store.hpp"
#include "platform/embedded.hpp"
#include "platform/json/value.hpp"

namespace oparl {

static constexpr std::string_view drawn_system = "https://ris.eksempelby.example/oparl/v1.1/system";
static constexpr std::string_view drawn_slug = "eksempelby";

/// The pages of the invented system by their addresses, as a network would give them.
static Result<json::Value> drawn_pages() {
    for (const auto& file : embedded::oparl_facts()) {
        if (file.name == "demonstration_system.json") return json::parse(file.bytes);
    }
    ensure(false);
    return json::Value{};
}

Result<void> load_demonstration(const Services& services) {
    {
        auto reader = TRY(services.database.reader());
        if (TRY(store::find_source(*reader, drawn_slug))) return {};
    }
    const auto pages = TRY(drawn_pages());
    ImportRequest request;
    request.place = drawn_system;
    request.slug = drawn_slug;
    request.fetch = [&](const std::string& address) -> Result<net::Answer> {
        const auto* page = pages.find(address);
        return page == nullptr ? net::Answer{404, {}, {}} : net::Answer{200, json::to_string(*page), {}};
    };
    const auto report = TRY(import_source(services, the_program("demonstrasjon"), request));
    ensure(report.is_complete);
    return {};
}

} // namespace oparl
