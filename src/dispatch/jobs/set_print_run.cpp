#include "dispatch/jobs/set_print_run.hpp"

#include "dispatch/actions/content.hpp"
#include "dispatch/domain/errors.hpp"
#include "dispatch/domain/print_fitness.hpp"
#include "dispatch/domain/return_address.hpp"
#include "dispatch/store/account_store.hpp"
#include "platform/errors.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace dispatch {

namespace {

/// Where windows of envelopes C5 and E65 show the address, in millimetres from the sheet's corner.
constexpr pdf::Place address_place{25, 50, 90}, return_place{25, 20, 90}, title_place{25, 112, 160},
    notes_place{25, 126, 160};
constexpr int front_pages = 1;

struct PrintedDocument {
    std::shared_ptr<pdf::File> file;
    int pages = 0;
    std::vector<std::int64_t> giro_pages; ///< From 1, in order.
};

/// A letter with everything at hand.
struct Ready {
    PrintLetter letter;
    Envelope envelope;
    std::string account;
    std::vector<std::string> return_lines; ///< Where it goes back to when nobody can deliver it.
    Instant received_at;
    std::vector<PrintedDocument> documents;
    PrintOrder order;
};

std::vector<std::string> lines_of(const PostalAddress& address) {
    std::vector<std::string> lines{address.name};
    for (const auto* line : {&address.line1, &address.line2, &address.line3}) {
        if (!line->empty()) lines.push_back(*line);
    }
    if (const auto place = address.postal_code + " " + address.town; place.size() > 1) lines.push_back(place);
    if (postage_to(address.country) != Postage::norway) lines.push_back(address.country);
    return lines;
}

/// Where answers go, when the sender said so; else the account's own address.
std::vector<std::string> return_lines_of(const Envelope& envelope, const Account& account) {
    if (envelope.reply_to) return lines_of(envelope.reply_to->address);
    auto lines = lines_of_text(account.return_address);
    lines.insert(lines.begin(), account.name);
    return lines;
}

Result<PrintedDocument> copied(const Office& office, const Opened& opened, std::size_t position) {
    const auto& document = opened.envelope.documents[position];
    auto file = std::make_shared<pdf::File>(TRY(pdf::File::make()));
    const auto next_piece = document_pieces(office.services.blobs, opened, position);
    for (;;) {
        const auto piece = TRY(next_piece());
        if (piece.empty()) break;
        TRY(file->append(piece));
    }
    const auto look = TRY(office.workshop->look(*file));
    const auto faults = print_faults(document, look, "#", true);
    if (!faults.empty()) return ErrorCode{faults.front().code, ErrorKind::invalid_input}.error(faults.front().values);
    PrintedDocument printed{std::move(file), static_cast<int>(look.pages.size()), document.giro_pages};
    std::ranges::sort(printed.giro_pages);
    return printed;
}

/// How many sheets it will be, near enough for sorting.
std::int64_t sheets_of(std::int64_t pages, bool is_on_both_sides) {
    return is_on_both_sides ? (pages + 1) / 2 : pages;
}

Result<Ready> ready(const Office& office, db::Reader& reader, const PrintLetter& letter) {
    const auto dispatch = TRY(store::find(reader, letter.dispatch));
    if (!dispatch) return dispatch_not_found.error();
    auto opened = TRY(open_dispatch(reader, office, *dispatch));
    const auto account = TRY(store::account(reader, dispatch->account_id));
    Ready made;
    made.letter = letter;
    made.received_at = dispatch->received_at;
    made.account = dispatch->account_id.to_string();
    std::int64_t pages = front_pages;
    for (std::size_t i = 0; i < opened.documents.size(); ++i) {
        if (opened.envelope.documents[i].is_left_out_of_print) continue;
        made.documents.push_back(TRY(copied(office, opened, i)));
        pages += made.documents.back().pages;
    }
    made.envelope = std::move(opened.envelope);
    if (account) made.return_lines = return_lines_of(made.envelope, *account);
    const auto& address = made.envelope.recipient.address;
    made.order = {postage_to(address.country),
                  made.envelope.prints_in_colour,
                  made.envelope.prints_on_both_sides,
                  sheets_of(pages, made.envelope.prints_on_both_sides),
                  address.postal_code,
                  letter.dispatch.to_string()};
    return made;
}

/// Which marks of the book belong to a letter.
struct Marks {
    std::size_t first = 0, end = 0;
    std::vector<std::size_t> giro{};
};

class RunSetting {
public:
    RunSetting(const Office& office, const PrintRun& run)
        : words_{office.services.texts.in(i18n::Language::nb)}, book_{run.name, "nb", run.begun_at} {}

    Marks add(const Ready& letter) {
        Marks marks;
        book_.sheet();
        marks.first = mark();
        set_front(letter);
        for (const auto& document : letter.documents)
            add_document(document, letter.envelope.prints_on_both_sides, marks);
        book_.page();
        marks.end = mark();
        return marks;
    }
    [[nodiscard]] const pdf::Book& book() const { return book_; }

private:
    std::size_t mark() {
        book_.mark();
        return marks_++;
    }

    void set_front(const Ready& letter) {
        const auto& envelope = letter.envelope;
        book_.block(return_place, letter.return_lines);
        book_.block(address_place, lines_of(envelope.recipient.address));
        book_.block(title_place, {envelope.title}, true);
        std::vector<std::string> notes{words_.date(norwegian_date(letter.received_at)),
                                       letter.letter.dispatch.to_string()};
        for (const auto& document : envelope.documents) {
            if (!document.is_left_out_of_print) notes.push_back(document.name);
        }
        book_.block(notes_place, notes);
    }

    /// A giro page stands alone on its sheet, because its back must be empty.
    void add_document(const PrintedDocument& document, bool is_on_both_sides, Marks& marks) {
        int next = 0;
        for (const auto giro : document.giro_pages) {
            const auto page = static_cast<int>(giro) - 1;
            if (page < next) continue;
            insert(document, next, page - next);
            is_on_both_sides ? book_.sheet() : book_.page();
            marks.giro.push_back(mark());
            insert(document, page, 1);
            if (is_on_both_sides) book_.sheet();
            next = page + 1;
        }
        insert(document, next, document.pages - next);
    }

    void insert(const PrintedDocument& document, int first, int count) {
        if (count > 0) book_.insert(document.file, {first, count}, pdf::Fit::a4);
    }

    const i18n::Translator& words_;
    pdf::Book book_;
    std::size_t marks_ = 0;
};

SetLetter told_of(const Ready& ready, const Marks& marks, const pdf::Bound& bound, std::int64_t position) {
    const auto& envelope = ready.envelope;
    SetLetter set{ready.letter, {}};
    auto& letter = set.letter;
    letter.position = position;
    letter.first_page = bound.marks[marks.first];
    letter.pages = bound.marks[marks.end] - bound.marks[marks.first];
    letter.sheets = sheets_of(letter.pages, envelope.prints_on_both_sides);
    auto& told = set.told;
    told.position = position;
    told.id = letter.dispatch.to_string();
    told.first_page = letter.first_page;
    told.pages = letter.pages;
    told.sheets = letter.sheets;
    told.is_in_colour = envelope.prints_in_colour;
    told.is_on_both_sides = envelope.prints_on_both_sides;
    told.postage = ready.order.postage;
    told.postal_code = ready.order.postal_code;
    told.account = ready.account;
    told.accounting_code = envelope.accounting_code;
    for (const auto mark : marks.giro)
        told.giro_pages.push_back(bound.marks[mark]);
    for (const auto& document : envelope.documents) {
        if (!document.is_left_out_of_print) told.documents.push_back(document.sha256);
    }
    return set;
}

/// True when another try may go better. What is broken in one letter stays broken, and must not stop the others.
bool passes(const Error& error) {
    return error.code == platform::pdf_workshop_unavailable.name || error.code == platform::database_unavailable.name ||
           error.code == platform::blob_store_unavailable.name;
}

} // namespace

Result<SetRun> set_print_run(const Office& office, const PrintRun& run, const std::vector<PrintLetter>& letters) {
    std::vector<Ready> all;
    std::vector<std::pair<PrintLetter, std::string>> left_out;
    const auto& words = office.services.texts.in(i18n::Language::nb);
    for (const auto& letter : letters) {
        if (letter.state != PrintLetterState::waiting) continue;
        auto reader = TRY(office.services.database.reader());
        auto made = ready(office, *reader, letter);
        if (!made && passes(made.error())) return made.error();
        if (made) {
            all.push_back(*std::move(made));
        } else {
            left_out.emplace_back(letter, words.detail_of(made.error()));
        }
    }
    std::ranges::sort(all, {}, &Ready::order);
    RunSetting setting{office, run};
    std::vector<Marks> marks;
    for (const auto& letter : all)
        marks.push_back(setting.add(letter));
    if (all.empty()) return SetRun{TRY(pdf::File::make()), {}, 0, std::move(left_out)};
    auto bound = TRY(office.workshop->bind(setting.book()));
    std::vector<SetLetter> set;
    for (std::size_t i = 0; i < all.size(); ++i)
        set.push_back(told_of(all[i], marks[i], bound, static_cast<std::int64_t>(i) + 1));
    return SetRun{std::move(bound.file), std::move(set), bound.pages, std::move(left_out)};
}

} // namespace dispatch
