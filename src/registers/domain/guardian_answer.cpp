#include "registers/domain/guardian_answer.hpp"

#include "registers/errors.hpp"

#include <algorithm>
#include <array>

namespace registers {

/// byggOgEiendom, helseOgOmsorg, skattOgAvgift, skoleOgUtdanning, sosialeTjenester.
static constexpr std::size_t municipal_tasks = 5;

static bool is_in_force(const json::Value& entry) {
    const auto* said = entry.find("erGjeldende");
    return said != nullptr && said->boolean() != nullptr && *said->boolean();
}

static const json::Array* list_of(const json::Value& value, std::string_view name) {
    const auto* listed = value.find(name);
    return listed == nullptr ? nullptr : listed->array();
}

static bool is_about(const json::Value& person, std::string_view identity_number) {
    const auto* numbers = list_of(person, "identifikasjonsnummer");
    return numbers != nullptr && std::ranges::any_of(*numbers, [&](const json::Value& each) {
               return each.text_of("foedselsEllerDNummer") == identity_number;
           });
}

static std::string name_in(const json::Value& person) {
    const auto* names = list_of(person, "navn");
    if (names == nullptr) return {};
    const auto current = std::ranges::find_if(*names, is_in_force);
    if (current == names->end()) return {};
    std::string name;
    for (const auto* part : {"fornavn", "mellomnavn", "etternavn"}) {
        const auto text = current->text_of(part);
        if (!text.empty()) name.append(name.empty() ? "" : " ").append(text);
    }
    return name;
}

/// Of children, and of the money of children alone, there are other kinds.
static bool is_for_adult(std::string_view kind) {
    static constexpr std::array known{"voksen", "midlertidigForVoksen", "stadfestetFremtidsfullmakt"};
    return std::ranges::find(known, kind) != known.end();
}

static bool is_for_personal_affairs(const json::Value& guardian) {
    const auto scope = guardian.text_of("omfang");
    const auto* said = guardian.find("omfangetErInnenPersonligOmraade");
    const bool is_denied = said != nullptr && said->boolean() != nullptr && !*said->boolean();
    return !is_denied && (scope == "personligeInteresser" || scope == "personligeOgOekonomiskeInteresser");
}

static bool is_for_all_municipal_affairs(const json::Value& guardian) {
    const auto* areas = list_of(guardian, "tjenesteomraade");
    if (areas == nullptr) return false;
    std::vector<std::string_view> tasks;
    for (const auto& area : *areas) {
        if (area.text_of("vergeTjenestevirksomhet") != "kommune") continue;
        const auto task = area.text_of("vergeTjenesteoppgave");
        if (!task.empty() && std::ranges::find(tasks, task) == tasks.end()) tasks.push_back(task);
    }
    return tasks.size() >= municipal_tasks;
}

static std::optional<Guardian> guardian_in(const json::Value& entry, Instant now) {
    const auto* said = entry.find("verge");
    if (!is_in_force(entry) || !is_for_adult(entry.text_of("vergemaaltype")) || said == nullptr) return std::nullopt;
    Guardian guardian;
    guardian.identity_number = said->text_of("foedselsEllerDNummer");
    if (guardian.identity_number.empty()) return std::nullopt;
    if (const auto* begins = entry.find("gyldighetstidspunkt"); begins != nullptr && !begins->is_null()) {
        const auto from = parse_instant(entry.text_of("gyldighetstidspunkt"));
        if (!from || *from > now) return std::nullopt;
        guardian.from = *from;
    }
    if (const auto* ends = entry.find("opphoerstidspunkt"); ends != nullptr && !ends->is_null()) {
        const auto until = parse_instant(entry.text_of("opphoerstidspunkt"));
        if (!until || *until <= now) return std::nullopt;
    }
    guardian.is_personal = is_for_personal_affairs(*said);
    guardian.is_municipal = is_for_all_municipal_affairs(*said);
    return guardian;
}

Result<GuardedPerson> guarded_person_in(std::string_view body, std::string_view identity_number, Instant now) {
    const auto person = json::parse(body);
    if (!person || !is_about(*person, identity_number)) {
        return answer_unreadable.error({{"what", "identifikasjonsnummer"}});
    }
    GuardedPerson found;
    found.name = name_in(*person);
    const auto* listed = person->find("vergemaalEllerFremtidsfullmakt");
    if (listed == nullptr || listed->is_null()) return found;
    if (listed->array() == nullptr) return answer_unreadable.error({{"what", "vergemaalEllerFremtidsfullmakt"}});
    for (const auto& entry : *listed->array()) {
        if (auto guardian = guardian_in(entry, now)) found.guardians.push_back(*std::move(guardian));
    }
    if (found.name.empty() && !found.guardians.empty()) return answer_unreadable.error({{"what", "navn"}});
    return found;
}

} // namespace registers
