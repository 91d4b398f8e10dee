#pragma once
// Somebody who looks at a page: a call without a server.
#include "platform/clock.hpp"
#include "platform/texts.hpp"
#include "platform/ui/components.hpp"
#include "platform/ui/page.hpp"

/// Anonymous, on the front page, in bokmål, until a test says otherwise.
struct Visitor {
    http::Request request;
    Principal principal;
    i18n::Language language = i18n::Language::nb;
    ui::Site site;
    std::string public_url = "https://samband.example";

    Visitor() {
        request.path = "/";
        request.target = "/";
        request.id = "request-1";
        site.menu = {{platform::text::ui_front_page, "/cases"}, {platform::text::ui_my_page, "/bodies"}};
    }

    [[nodiscard]] http::Call call() {
        request.language = language;
        return {request, principal, texts().in(language), Instant{}, site, public_url};
    }

    Visitor& at(const std::string& path_and_query) {
        request.path = path_and_query.substr(0, path_and_query.find('?'));
        request.target = std::string{i18n::path_prefix(language)} + path_and_query;
        return *this;
    }

    Visitor& speaking(i18n::Language other) {
        request.target = std::string{i18n::path_prefix(other)} + request.target;
        language = other;
        return *this;
    }

    Visitor& logged_in(std::string name) {
        principal.kind = PrincipalKind::person;
        principal.name = std::move(name);
        principal.organisation_name = "Lillevik kommune";
        principal.csrf_token = "csrf-1";
        return *this;
    }

    static const i18n::Library& texts() {
        static const i18n::Library library{{&platform::text::catalogue}};
        return library;
    }
};
