#include "dispatch/domain/print_run.hpp"

#include "dispatch/domain/errors.hpp"
#include "platform/csv.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

std::string print_run_name(PrintRunId id, Instant begun_at) {
    const auto day = norwegian_date(begun_at);
    const auto in_day = std::chrono::duration_cast<std::chrono::minutes>(begun_at - at_norwegian_time(day, {}));
    std::string digits = to_string(day);
    std::erase(digits, '-');
    const auto text = id.to_string();
    return fmt::format("samband-{}-{:02}{:02}-{}", digits, in_day.count() / 60, in_day.count() % 60,
                       text.substr(text.size() - 8));
}

std::string manifest_table(const PrintManifest& manifest) {
    csv::Table table{{"position", "id", "firstPage", "pages", "sheets", "colour", "duplex", "postage", "postalCode",
                      "giroPages", "account", "accountingCode"},
                     {}};
    for (const auto& letter : manifest.letters) {
        table.rows.push_back(
            {std::to_string(letter.position), letter.id, std::to_string(letter.first_page),
             std::to_string(letter.pages), std::to_string(letter.sheets), letter.is_in_colour ? "1" : "0",
             letter.is_on_both_sides ? "1" : "0", std::string{json::name_of(letter.postage)}, letter.postal_code,
             fmt::format("{}", fmt::join(letter.giro_pages, " ")), letter.account, letter.accounting_code});
    }
    return csv::write(table);
}

Result<PrintAcknowledgement> read_acknowledgement(std::string_view text, const PrintRun& run,
                                                  const std::vector<PrintLetter>& letters) {
    const auto faulty = [&](std::string why) {
        return acknowledgement_faulty.error({{"run", run.name}, {"why", std::move(why)}});
    };
    auto said = json::read<PrintAcknowledgement>(text);
    if (!said) return faulty(said.error().faults.empty() ? "JSON" : said.error().faults.front().pointer);
    if (said->run != run.name) return faulty("#/run");
    if (!said->letters) return said;
    for (std::size_t i = 0; i < said->letters->size(); ++i) {
        const auto& id = (*said->letters)[i].id;
        const bool is_known =
            std::ranges::any_of(letters, [&](const PrintLetter& letter) { return letter.dispatch.to_string() == id; });
        if (!is_known) return faulty(fmt::format("#/letters/{}/id", i));
    }
    return said;
}

} // namespace dispatch
