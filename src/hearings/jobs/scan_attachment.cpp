#include "hearings/jobs/scan_attachment.hpp"

#include "hearings/actions/attach.hpp"
#include "hearings/store/attachment_store.hpp"

namespace hearings {

static Result<std::optional<Attachment>> read_attachment(const Services& services, AttachmentId id) {
    const auto lease = TRY(services.database.reader());
    return find_attachment(*lease, id);
}

Result<void> scan_attachment(const Services& services, const std::string& clamd, AttachmentId id) {
    const auto attachment = TRY(read_attachment(services, id));
    if (!attachment || !governance::waits_for_scanner(attachment->state)) return {};
    const auto said = governance::ask_scanner(services, clamd, attachment->file.digest);
    const auto verdict = said ? std::optional{*said} : std::nullopt;
    TRY(services.database.write([&](db::Transaction& transaction) {
        const auto by = the_program("virussjekk");
        return judge_attachment({transaction, services, by, services.clock.now()}, id, verdict);
    }));
    return said ? Result<void>{} : said.error();
}

} // namespace hearings
