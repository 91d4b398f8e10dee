#include "hearings/actions/acting.hpp"

#include "hearings/domain/errors.hpp"
#include "hearings/store/hearing_store.hpp"

namespace hearings {

Result<std::int64_t> Acting::tell(std::string_view type, const Hearing& hearing, journal::Body facts,
                                  std::vector<journal::Subject> others, journal::Visibility visibility) const {
    journal::Event event;
    event.type = type;
    event.subjects = {{"hearing", hearing.id.to_string()}};
    for (auto& other : others)
        event.subjects.push_back(std::move(other));
    event.body = std::move(facts);
    event.body.text("hearing", hearing.key()).text("title", hearing.title);
    event.visibility = visibility;
    return TRY(services.journal.append(transaction, principal, event, now)).sequence;
}

Result<Hearing> load_hearing(db::Reader& reader, HearingId id) {
    auto found = TRY(find_hearing(reader, id));
    if (!found) return hearing_not_found.error({{"hearing", id.to_string()}});
    return *std::move(found);
}

Result<Hearing> load_hearing(db::Reader& reader, std::string_view key) {
    const auto number = hearing_number(key);
    auto found = number ? TRY(find_hearing(reader, *number)) : std::optional<Hearing>{};
    if (!found) return hearing_not_found.error({{"hearing", std::string{key.substr(0, 40)}}});
    return *std::move(found);
}

} // namespace hearings
