#include "registers/organisation_register.hpp"

#include "registers/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace registers {

using namespace std::chrono_literals;

static constexpr auto found_age = 24h;
static constexpr auto missing_age = 1h; // New ones are registered every day.
static constexpr std::size_t lines_max = 3;

OrganisationRegister::OrganisationRegister(std::string address, const Clock& clock, Fetch fetch)
    : address_{std::move(address)}, clock_{clock}, fetch_{std::move(fetch)} {}

static std::optional<RegisteredAddress> address_in(const json::Value& unit) {
    for (const auto* name : {"postadresse", "forretningsadresse", "beliggenhetsadresse"}) {
        const auto* found = unit.find(name);
        if (found == nullptr || found->text_of("poststed").empty()) continue;
        RegisteredAddress address;
        if (const auto* lines = found->find("adresse"); lines != nullptr && lines->array() != nullptr) {
            for (const auto& line : *lines->array()) {
                if (line.text() == nullptr || line.text()->empty() || address.lines.size() == lines_max) continue;
                address.lines.push_back(*line.text());
            }
        }
        address.postal_code = found->text_of("postnummer");
        address.town = found->text_of("poststed");
        if (found->text_of("landkode") != "NO") address.country = found->text_of("land");
        return address;
    }
    return std::nullopt;
}

static Result<RegisteredOrganisation> organisation_in(std::string_view body, std::string_view organisation_number) {
    const auto unit = json::parse(body);
    if (!unit || unit->text_of("organisasjonsnummer") != organisation_number) {
        return answer_unreadable.error({{"what", "organisasjonsnummer"}});
    }
    RegisteredOrganisation organisation;
    organisation.name = unit->text_of("navn");
    organisation.is_deleted = !unit->text_of("slettedato").empty();
    organisation.address = address_in(*unit);
    return organisation;
}

Result<OrganisationRegister::Found> OrganisationRegister::ask(std::string_view kind,
                                                              std::string_view organisation_number) {
    net::Request asked;
    asked.url = fmt::format("{}/{}/{}", address_, kind, organisation_number);
    asked.headers = {{"accept", "application/json"}};
    asked.answer_bytes_max = 256 << 10;
    asked.timeout = 5s; // Somebody may wait for it.
    const auto fetched = fetch_(asked);
    if (!fetched) {
        rest_.begin(fetched.error(), nullptr, clock_.now());
        return fetched.error();
    }
    const auto& answer = *fetched;
    switch (answer.status) {
    case 200: {
        auto organisation = TRY(organisation_in(answer.body, organisation_number));
        return Found{std::move(organisation)};
    }
    case 404:
        return Found{};
    case 410: // Taken out by law: it has been one, and is none now.
        return Found{RegisteredOrganisation{.name = {}, .is_deleted = true, .address = {}}};
    default:
        auto error =
            register_unavailable.error({{"name", "Enhetsregisteret"}, {"status", std::int64_t{answer.status}}});
        if (is_away(answer.status)) rest_.begin(error, &answer, clock_.now());
        return error;
    }
}

void OrganisationRegister::keep(std::string_view organisation_number, const Found& found, Instant now) {
    const std::lock_guard lock{mutex_};
    if (kept_.size() >= kept_max) std::erase_if(kept_, [&](const auto& entry) { return entry.second.until <= now; });
    if (kept_.size() >= kept_max) {
        kept_.erase(std::ranges::min_element(kept_, {},
                                             [](const auto& entry) -> const Instant& { return entry.second.until; }));
    }
    kept_.insert_or_assign(std::string{organisation_number},
                           Kept{found, now + (found ? Instant::duration{found_age} : Instant::duration{missing_age})});
}

Result<std::optional<RegisteredOrganisation>> OrganisationRegister::find(std::string_view organisation_number) {
    const auto now = clock_.now();
    {
        const std::lock_guard lock{mutex_};
        const auto known = kept_.find(organisation_number);
        if (known != kept_.end() && now < known->second.until) return known->second.found;
    }
    if (auto failure = rest_.failure(now)) return *std::move(failure);
    auto found = TRY(ask("enheter", organisation_number));
    if (!found) found = TRY(ask("underenheter", organisation_number));
    keep(organisation_number, found, now);
    return found;
}

std::size_t OrganisationRegister::kept() const {
    const std::lock_guard lock{mutex_};
    return kept_.size();
}

} // namespace registers
