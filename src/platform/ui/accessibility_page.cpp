// The accessibility statement: what is tested, what is not, and what is known to fall short.
#include "platform/texts.hpp"
#include "platform/ui/texts_page.hpp"

namespace ui {

Result<http::Response> show_accessibility(const http::Query& query) {
    using namespace platform::text;
    const auto paragraph = [&query](const i18n::Message& message) { return html::p(words(query, message)); };
    const auto entry = [&query](const i18n::Message& message) { return html::li(words(query, message)); };
    const Html faults = html::ul(html::cls("ds-list"), entry(ui_accessibility_faults_documents),
                                 entry(ui_accessibility_faults_languages), entry(ui_accessibility_faults_map));
    return http::html_document(
        texts_page(query, ui_footer_accessibility, ui_accessibility_lead,
                   {{ui_accessibility_status_heading,
                     {paragraph(ui_accessibility_status_rules), paragraph(ui_accessibility_status_own)}},
                    {ui_accessibility_tests_heading,
                     {paragraph(ui_accessibility_tests_rules), paragraph(ui_accessibility_tests_keyboard),
                      paragraph(ui_accessibility_tests_missing)}},
                    {ui_accessibility_faults_heading, {faults}},
                    {ui_accessibility_complaint_heading,
                     {contact_paragraph(query), paragraph(ui_accessibility_complaint_authority)}}}));
}

} // namespace ui
