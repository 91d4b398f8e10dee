#pragma once
// What the program lends to modules. Made once in app/; tests make their own with a ManualClock.
#include "platform/blobs/store.hpp"
#include "platform/clock.hpp"
#include "platform/db/database.hpp"
#include "platform/i18n/translator.hpp"
#include "platform/journal/journal.hpp"
#include "platform/random.hpp"

#include <string>

struct Services {
    db::Database& database;
    journal::Journal& journal;
    blobs::Store& blobs;
    const Clock& clock;
    Random& random;
    const i18n::Library& texts;
    std::string public_url; ///< "https://samband.example", without a slash at the end; for feeds, mail and ids.
};
