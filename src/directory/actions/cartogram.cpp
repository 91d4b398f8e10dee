#include "directory/actions/cartogram.hpp"

#include "directory/domain/cartogram.hpp"
#include "directory/store/map_store.hpp"
#include "directory/store/organisation_store.hpp"

namespace directory {

Result<void> redraw_cartogram(db::Transaction& transaction, Date on) {
    std::vector<Place> places;
    for (const auto& municipality : TRY(store::municipalities(transaction, on))) {
        if (!municipality.latitude || !municipality.longitude) continue;
        places.push_back(
            {municipality.number, *municipality.latitude, *municipality.longitude, municipality.population});
    }
    return store::put_cartogram(transaction, on, draw_cartogram(std::move(places)));
}

} // namespace directory
