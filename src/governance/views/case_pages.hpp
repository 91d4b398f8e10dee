#pragma once
// The pages of cases: from a model to a whole document.
#include "governance/views/case_models.hpp"
#include "platform/ui/components.hpp"

namespace governance {

/// What the one who looks may do with the case.
struct CaseRights {
    bool may_plan = false;
    bool may_prepare = false;
    bool may_shield = false;
    [[nodiscard]] bool may_anything() const { return may_plan || may_prepare || may_shield; }
};

/// follow: what the news module draws for following the case; may be empty.
Html case_page(const http::Call&, const CaseView&, const CaseRights&, const Html& follow, const Html& panels);

// --- Its parts. ---
Html case_steps(const http::Call&, const CaseView&);
/// The decision of the body that treated the case last, and what those before it said; nothing before the first
/// treatment.
Html case_decision(const http::Call&, const CaseView&);
Html case_proposal(const http::Call&, const CaseView&);
Html case_concerns(const http::Call&, const CaseView&);
Html case_documents(const http::Call&, const CaseView&, const CaseRights&);
/// About the case, what can be done with it, following, formats.
Html case_side(const http::Call&, const CaseView&, const CaseRights&, const Html& follow);
/// "Skjermet etter offl. § 23 til 1. januar 2027": why something is not shown, or not shown to others.
Html shield_note(const http::Call&, const ShieldNote&, bool is_hidden);
/// The note for a field of the case; nothing when it is not shielded.
Html shield_note(const http::Call&, const CaseView&, ShieldField, bool is_hidden);
/// The title, or words that say it is shielded; with number when it is.
std::string title_of(const http::Call&, const CaseView&);

} // namespace governance
