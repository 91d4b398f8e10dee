#pragma once
// The shell round every page: head, menu, language choice, breadcrumbs, footer. docs: web/README.md.
#include "platform/http/call.hpp"

#include <string>
#include <vector>

namespace ui {

struct MenuEntry {
    i18n::Message name{};
    std::string_view path{}; ///< "/cases"; marked as current on every page below it.
};

/// One of the ways that stand under a person's name.
struct PersonEntry {
    MenuEntry entry{};
    bool (*is_for)(const Principal&) = nullptr; ///< What the page itself asks for; others are not led to it.
};

/// What is the same on all pages; made in app/ from what the modules offer.
struct Site {
    std::vector<MenuEntry> menu{};
    std::vector<MenuEntry> footer{};
    std::vector<PersonEntry> person{}; ///< Below "my page", for who is logged in.
    bool is_demonstration = false;     ///< A line on every page says that people and cases are invented.
    std::string contact{}; ///< E-mail address for questions about accessibility and privacy; empty shows none.
    std::string owner{};   ///< Who answers for the service, in words; empty shows none.
    std::string search_path = "/search";  ///< Takes the words as ?q=.
    std::string log_in_path = "/login";   ///< Takes the path to come back to as ?next=.
    std::string log_out_path = "/logout"; ///< Is posted to.
    std::string profile_path = "/me";
};

struct Crumb {
    std::string name{};
    std::string path{}; ///< Empty for the page itself.
};

struct Alternate {
    http::Format format;
    std::string path{}; ///< With suffix: "/cases/19-03109.json".
};

struct Page {
    std::string title{};         ///< Of the document; " – Samband" is added. "Feil: " in front when has_errors.
    std::vector<Crumb> crumbs{}; ///< Without the front page, which always comes first.
    Html hero{};                 ///< Inside the tinted band: the h1 and what belongs to it. See ui::hero().
    Html content{};              ///< Inside main, below the band.
    std::vector<Alternate> alternates{};
    bool has_errors = false;
    std::string description{}; ///< meta description; plain text.
    std::string attribution{}; ///< A line in the footer, for maps.
};

/// The whole document.
Html page(const http::Call&, const Page&);

/// The site's ways for this person, each an li: in the menu under the name and on the person's own page.
std::vector<Html> person_links(const http::Call&, std::string_view link_class = {});

/// The page of an error: title, what to do, the id that is in the log.
Html problem_page(const http::Call&, const Error&);

} // namespace ui
