#include "platform/openapi/document.hpp"

#include <algorithm>
#include <set>

namespace openapi {
namespace {

using json::Value;

/// The value that "#/components/schemas/CaseView" leads to.
const Value* resolved(const Value& document, std::string_view reference) {
    if (!reference.starts_with("#/")) return nullptr;
    const auto* found = &document;
    for (auto rest = reference.substr(2); found && !rest.empty();) {
        const auto slash = rest.find('/');
        found = found->find(rest.substr(0, slash));
        rest = slash == std::string_view::npos ? std::string_view{} : rest.substr(slash + 1);
    }
    return found;
}

class Check {
public:
    explicit Check(const Value& document) : document_{&document} {}

    std::vector<std::string> run() {
        say_unless(document_->text_of("openapi").starts_with("3.1."), "openapi", "is no 3.1");
        const auto* info = document_->find("info");
        say_unless(info && !info->text_of("title").empty() && !info->text_of("version").empty(), "info",
                   "lacks title or version");
        references("#", *document_);
        component_names();
        const auto* paths = document_->find("paths");
        say_unless(paths && paths->object(), "paths", "is missing");
        if (!paths || !paths->object()) return faults_;
        for (const auto& [path, operations] : *paths->object()) {
            say_unless(path.starts_with('/'), path, "does not begin with /");
            for (const auto& [method, operation] : *operations.object())
                check(path, method, operation);
        }
        return faults_;
    }

private:
    void say_unless(bool is_right, std::string_view where, std::string_view what) {
        if (!is_right) faults_.push_back(std::string{where} + ": " + std::string{what});
    }

    void references(const std::string& where, const Value& value) {
        const auto reference = value.text_of("$ref");
        say_unless(reference.empty() || resolved(*document_, reference), where,
                   "refers to " + std::string{reference} + ", which is not there");
        if (const auto* items = value.array()) {
            for (const auto& item : *items)
                references(where + "/-", item);
        }
        if (const auto* members = value.object()) {
            for (const auto& [name, member] : *members)
                references(where + "/" + name, member);
        }
    }

    void component_names() {
        const auto* components = document_->find("components");
        const auto* schemas = components ? components->find("schemas") : nullptr;
        if (!schemas || !schemas->object()) return;
        for (const auto& [name, schema] : *schemas->object()) {
            const bool is_plain = !name.empty() && std::ranges::all_of(name, [](unsigned char letter) {
                return std::isalnum(letter) != 0 || letter == '.' || letter == '_' || letter == '-';
            });
            say_unless(is_plain, "components/schemas", "\"" + name + "\" is no name for a component");
        }
    }

    void check(const std::string& path, const std::string& method, const Value& operation) {
        static constexpr std::string_view methods[] = {"get", "put", "post", "delete", "patch"};
        const auto where = method + " " + path;
        say_unless(std::ranges::find(methods, method) != std::end(methods), where, "is no method");
        const std::string id{operation.text_of("operationId")};
        say_unless(!id.empty() && operations_.insert(id).second, where, "has no operationId of its own");
        say_unless(!operation.text_of("summary").empty(), where, "has no summary");
        parameters(where, path, operation);
        body(where, operation);
        responses(where, operation);
        security(where, operation);
    }

    [[nodiscard]] const Value& followed(const Value& value) const {
        const auto* target = resolved(*document_, value.text_of("$ref"));
        return target && !value.text_of("$ref").empty() ? *target : value;
    }

    void parameters(const std::string& where, const std::string& path, const Value& operation) {
        std::set<std::string> in_path;
        std::set<std::string> seen;
        const auto* list = operation.find("parameters");
        for (const auto& entry : list ? *list->array() : json::Array{}) {
            const auto& parameter = followed(entry);
            const std::string name{parameter.text_of("name")};
            say_unless(!name.empty() && parameter.find("schema"), where, "has a parameter without name or schema");
            say_unless(seen.insert(std::string{parameter.text_of("in")} + " " + name).second, where,
                       "has " + name + " twice");
            if (parameter.text_of("in") == "path") in_path.insert(name);
        }
        std::set<std::string> expected;
        for (const auto name : placeholders_of(path))
            expected.insert(std::string{name});
        say_unless(in_path == expected, where, "has other parameters than its path");
    }

    void contents(const std::string& where, const Value& holder) {
        const auto* content = holder.find("content");
        if (!content) return;
        for (const auto& [type, media] : *content->object()) {
            say_unless(type.find('/') != std::string::npos, where, type + " is no media type");
            say_unless(media.find("schema") != nullptr, where, type + " has no schema");
        }
    }

    void body(const std::string& where, const Value& operation) {
        const auto* request = operation.find("requestBody");
        if (!request) return;
        const auto* content = request->find("content");
        say_unless(content && content->object() && !content->object()->empty(), where, "has a body without content");
        contents(where, *request);
    }

    void responses(const std::string& where, const Value& operation) {
        const auto* all = operation.find("responses");
        say_unless(all && all->object() && !all->object()->empty(), where, "has no answer");
        if (!all || !all->object()) return;
        std::set<std::string> statuses;
        for (const auto& [status, answer] : *all->object()) {
            say_unless(statuses.insert(status).second, where, "has " + status + " twice");
            say_unless(!followed(answer).text_of("description").empty(), where, status + " has no description");
            contents(where, followed(answer));
        }
    }

    void security(const std::string& where, const Value& operation) {
        const auto* list = operation.find("security");
        for (const auto& requirement : list ? *list->array() : json::Array{}) {
            for (const auto& [scheme, rights] : *requirement.object()) {
                say_unless(resolved(*document_, "#/components/securitySchemes/" + scheme), where,
                           scheme + " is no security scheme");
            }
        }
    }

    const Value* document_;
    std::set<std::string> operations_;
    std::vector<std::string> faults_;
};

} // namespace

std::vector<std::string> faults_of(const Value& document) {
    return Check{document}.run();
}

} // namespace openapi
