#pragma once
// Debate booklets as rows.
#include "hearings/domain/booklet.hpp"
#include "platform/db/database.hpp"

namespace hearings {

Result<void> insert_booklet(db::Transaction&, const Booklet&);
Result<std::optional<Booklet>> find_booklet(db::Reader&, int year);
/// The newest first.
Result<std::vector<Booklet>> list_booklets(db::Reader&);

/// By question, in the order they came.
Result<std::vector<BookletAnswer>> booklet_answers(db::Reader&, BookletId);
/// In place of what the county said before.
Result<void> put_booklet_answer(db::Transaction&, BookletId, const BookletAnswer&);
/// Summary and cases of one question, in place of those before.
Result<void> put_summary(db::Transaction&, BookletId, int number, const BookletQuestion&);

/// The questions that a case follows from.
struct BookletOrigin {
    int year = 0, question = 0;
};
Result<std::vector<BookletOrigin>> origins_of(db::Reader&, governance::CaseId);

} // namespace hearings
