#include "platform/texts.hpp"
#include "platform/ui/texts_page.hpp"

namespace ui {

Result<http::Response> show_privacy(const http::Query& query) {
    using namespace platform::text;
    const auto paragraph = [&query](const i18n::Message& message) { return html::p(words(query, message)); };
    std::vector<Html> contact;
    if (!query.site.owner.empty()) {
        contact.push_back(html::p(words(query, ui_footer_owner({.owner = query.site.owner}))));
    }
    contact.push_back(contact_paragraph(query));
    return http::html_document(texts_page(
        query, ui_footer_privacy, ui_privacy_lead,
        {{ui_privacy_readers_heading, {paragraph(ui_privacy_readers_tracking), paragraph(ui_privacy_readers_log)}},
         {ui_privacy_users_heading,
          {paragraph(ui_privacy_users_session), paragraph(ui_privacy_users_journal),
           paragraph(ui_privacy_users_members), paragraph(ui_privacy_users_following)}},
         {ui_privacy_basis_heading, {paragraph(ui_privacy_basis_text)}},
         {ui_privacy_rights_heading, {paragraph(ui_privacy_rights_text)}},
         {ui_contact_heading, contact}}));
}

} // namespace ui
