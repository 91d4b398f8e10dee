#pragma once
// Designsystemet as functions: each takes typed data and gives escaped markup. Pages only compose these.
// Markup and classes: Designsystemet 1.22 and web/src/.
//
// Paths: functions that take the call put the language's prefix before a path of our own when it lacks it; the others
// write the path as it is, so give them call.url(path).
#include "platform/html/html.hpp"
#include "platform/http/call.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ui {

/// A text of a catalogue, marked with its language when the page's own has no translation of it.
Html words(const http::Call&, const i18n::Filled&);
Html words(const http::Call&, const i18n::Message&);

/// Colours of meaning; always beside words, never alone.
enum class Tone : std::uint8_t { neutral, accent, info, success, warning, danger };

/// Icons of the sprite (Aksel, MIT). The page's sprite holds those that its markup uses.
enum class Icon : std::uint8_t {
    arrow_right,
    bell,
    buildings,
    calendar,
    checkmark,
    checkmark_circle,
    chevron_down,
    chevron_right,
    clock,
    cross,
    document,
    download,
    envelope,
    eye,
    file_pdf,
    file_image,
    file_spreadsheet,
    file_text,
    gavel,
    globe,
    hourglass,
    information,
    link,
    list,
    lock,
    magnifier,
    map,
    menu,
    minus_circle,
    padlock,
    pencil,
    people,
    person,
    plus,
    print,
    refresh,
    rss,
    seal,
    shield,
    star,
    trash,
    upload,
    vote,
    warning,
    xmark_octagon
};
Html icon(Icon);

struct Action {
    std::string label{};
    std::string path{};
    std::optional<Icon> icon{};
};

/// The band at the top: tags, h1, lead paragraph, one line of facts, and what stands to the right of it.
struct Hero {
    std::vector<Html> tags{};
    std::string title{};
    std::string lead{};
    std::string facts{};
    Html beside{};
    std::string title_language{}; ///< lang of title and lead when they differ from the page's; empty otherwise.
};
Html hero(const Hero&);

Html tag(std::string_view text, Tone = Tone::neutral, std::optional<Icon> = {});
Html link(std::string_view text, std::string_view path);
Html button_link(std::string_view text, std::string_view path, std::string_view variant = "primary",
                 std::optional<Icon> = {});
/// type="submit"; name and value when several buttons share a form.
Html submit(std::string_view text, std::string_view variant = "primary", std::string_view name = {},
            std::string_view value = {});
/// A small text button that opens a dialog with a heading and a way out; without JavaScript too.
Html dialog(const http::Call&, std::string_view button, std::string_view id, std::string_view heading,
            const Html& content);
/// A one-button form that posts, with its csrf token and request key.
Html post_button(const http::Call&, std::string_view text, std::string_view path,
                 std::string_view variant = "secondary",
                 const std::vector<std::pair<std::string, std::string>>& hidden = {});

/// h2 with an id, and what follows, as a section labelled by it.
Html section(std::string_view heading, std::string_view id, const Html& content);
Html card(std::string_view heading, const Html& content, bool is_tinted = false);
/// The whole card is one link: title, meta line, tags.
Html link_card(std::string_view title, std::string_view path, std::string_view meta, const std::vector<Html>& tags = {},
               std::string_view text = {});
Html card_grid(const std::vector<Html>& cards);
/// Main column and side column; one below the other on a phone.
Html columns(const Html& main, const Html& side, std::string_view side_label);
Html alert(Tone, std::string_view heading, const Html& content);
/// What stands where a list is empty: says so and what to do.
Html empty_state(std::string_view heading, std::string_view text, std::optional<Action> = {});
Html details(std::string_view summary, const Html& content, bool is_open = false);
/// Term and value pairs; an entry with empty value is left out.
Html facts(const std::vector<std::pair<std::string, Html>>&);

struct Column {
    std::string name{};
    bool is_number = false;
    bool hides_on_phone = false;
};
/// The first cell of each row is its header. The caption is read aloud, and shown when show_caption.
Html table(std::string_view caption, const std::vector<Column>&, const std::vector<std::vector<Html>>& rows,
           bool show_caption = false);

/// A tick-off timeline: across on wide screens, down on narrow ones.
struct Step {
    enum class State : std::uint8_t { done, current, coming, stopped };
    std::string title{};
    State state = State::coming;
    std::vector<std::string> lines{}; ///< Date, who, result.
    std::string path{};               ///< Makes the title a link when not empty.
};
Html steps(const http::Call&, std::string_view label, const std::vector<Step>&);

/// Events, newest first, with time, sentence and who.
struct Happening {
    std::string when{};
    std::string machine_time{}; ///< For <time datetime>.
    Html what{};
    std::string who{};
    std::optional<Icon> icon{};
};
Html timeline(const std::vector<Happening>&);

struct DocumentRow {
    std::string title{};
    std::string path{}; ///< Empty when shielded.
    std::string meta{}; ///< "Saksframlegg · PDF · 612 kB · 25. februar 2026"
    Icon icon = Icon::file_text;
    std::string shielding{}; ///< "Offl. § 23": shown as a tag with a padlock.
    Html actions{};
};
Html documents(const std::vector<DocumentRow>&);

/// Pages of a list: previous, numbers, next; keeps all other query fields.
Html pagination(const http::Call&, int page, int pages);
/// The row of chips "JSON · CSV · Atom" as a card.
Html formats_card(const http::Call&, const std::vector<std::pair<std::string, std::string>>& name_and_path);

/// --- Forms: labels, hints, faults and values in place; works without JavaScript. ---

/// What was typed and what was wrong with it, when a form comes back.
struct FormState {
    const http::Form* values = nullptr;
    const Error* error = nullptr;
    std::string_view path{}; ///< Where it was sent to.
    /// The same for the form that is sent to where the path ends so; nothing for the page's other forms, which stand as
    /// they were.
    [[nodiscard]] FormState of(std::string_view path_end) const;
    [[nodiscard]] std::string value(std::string_view field, std::string_view otherwise = {}) const;
    [[nodiscard]] const Fault* fault(std::string_view field) const;
};
/// Listed above the form, with focus, each a link to its field. Nothing when there is no error.
Html error_summary(const http::Call&, const FormState&);

struct Field {
    std::string name{}; ///< camelCase, as in JSON.
    std::string label{};
    std::string hint{};
    std::string value{};
    std::string type = "text"; ///< text, email, date, time, datetime-local, number, search, password, file, files
    bool is_required = false;
    std::string autocomplete{};
    int rows = 0;         ///< > 0 makes it a textarea.
    std::string width{};  ///< "", "sm" (a date, a number) or "md".
    int length_max = 0;   ///< Letters; > 0 shows how many are left while typing.
    std::string accept{}; ///< Media types of a file field, "application/pdf,image/png".
};
Html field(const http::Call&, const FormState&, const Field&);
struct Choice {
    std::string value{}, label{}, hint{};
    bool is_chosen = false;
};
Html select(const http::Call&, const FormState&, const Field&, const std::vector<Choice>&);
Html radios(const http::Call&, const FormState&, const Field&, const std::vector<Choice>&);
Html checkboxes(const http::Call&, const FormState&, const Field&, const std::vector<Choice>&);
/// A form that posts: adds csrf token, request key and, when not 0, the version of what is changed.
Html form(const http::Call&, std::string_view path, const Html& content, bool takes_files = false,
          std::int64_t version = 0);
/// A form that asks (GET): every filter an address. With a button, unless the content has its own.
Html filter_form(const http::Call&, std::string_view path, const Html& content);

/// --- Charts: SVG from the server, a table behind each. ---

struct Share {
    std::string label{};
    double amount = 0;
    std::string css_class{}; ///< "f-ja", "f-merk", "f-imot", "f-ingen" or "f-1" … "f-5"
};
/// One bar in parts, its legend, numbers in words.
Html stacked_bar(const http::Call&, std::string_view label, const std::vector<Share>&);
struct BarRow {
    std::string label{}, path{};
    double amount = 0;
    std::string shown{};
};
/// A table whose cells are bars.
Html bar_table(std::string_view caption, std::string_view label_column, std::string_view amount_column,
               const std::vector<BarRow>&);
struct Series {
    std::string name{};
    std::vector<std::pair<Date, double>> points{};
};
Html line_chart(const http::Call&, std::string_view title, std::string_view finding, const std::vector<Series>&);

struct MapShape {
    std::string number{}; ///< kommunenummer
    std::string title{};  ///< "Bergen: 14"
    int value_class = 0;  ///< 0–5; -1 for "none" (hatched)
    std::string path{};   ///< SVG path data of the real map; empty for the cartogram.
    double x = 0, y = 0, radius = 0;
};
struct MapPicture {
    std::string title, finding;
    std::string view_box{};
    std::vector<MapShape> shapes{};
    std::string borders{};                             ///< Inner county borders as one path; empty in the cartogram.
    std::vector<std::pair<std::string, int>> legend{}; ///< Words and class.
};
Html map(const http::Call&, const MapPicture&);

/// Markdown, in cmark's safe mode; headings begin at the level given.
Html markdown(std::string_view text, int first_heading_level = 3);

} // namespace ui
