#include "platform/texts.hpp"
#include "platform/ui/texts_page.hpp"

namespace ui {

Result<http::Response> show_about(const http::Query& query) {
    using namespace platform::text;
    const auto paragraph = [&query](const i18n::Message& message) { return html::p(words(query, message)); };
    return http::html_document(texts_page(
        query, ui_about_heading, ui_about_lead,
        {{ui_about_openness_heading, {paragraph(ui_about_openness_text), paragraph(ui_about_openness_journal)}},
         {ui_about_data_heading,
          {paragraph(ui_about_data_formats), html::p(ui::link(query.t(ui_about_data_api), query.url("/api"))),
           paragraph(ui_about_data_licence), paragraph(ui_about_data_sources)}},
         {ui_about_machine_heading, {paragraph(ui_about_machine_text)}},
         {ui_contact_heading, {contact_paragraph(query)}}}));
}

} // namespace ui
