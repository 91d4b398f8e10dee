#include "governance/domain/case_file.hpp"

namespace governance {

static void withhold_fields(CaseFile& file, Date today) {
    auto& matter = file.matter;
    if (file.shield_of(ShieldField::title, today)) matter.title.clear();
    if (file.shield_of(ShieldField::summary, today)) matter.summary.clear();
    if (file.shield_of(ShieldField::background, today)) matter.background.clear();
    if (file.shield_of(ShieldField::handler, today)) matter.handler.reset();
    if (file.shield_of(ShieldField::proposal, today)) {
        matter.points.clear();
        for (auto& record : matter.records) {
            record.points.clear();
        }
    }
}

CaseFile public_part(CaseFile file, Date today) {
    withhold_fields(file, today);
    for (auto& document : file.documents) {
        const bool is_shielded = file.shield_of(document.id, today) != nullptr;
        if (is_shielded || document.state == DocumentState::removed) {
            document.file_name.clear();
            document.digest = {};
            document.size = 0;
        }
        if (is_shielded) {
            document.title.clear();
            document.media_type.clear();
            document.state_reason.clear();
        }
    }
    return file;
}

} // namespace governance
