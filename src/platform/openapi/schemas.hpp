#pragma once
// JSON Schema 2020-12 of described types. A struct that is both asked for and answered has two schemas: what a request
// must hold is not what an answer always holds.
#include "platform/http/router.hpp"
#include "platform/json/type.hpp"

#include <map>
#include <set>

namespace openapi {

enum class Role : std::uint8_t { request, answer };

/// The schemas of all types of a table of routes, each under a name of its own.
class Schemas {
public:
    explicit Schemas(const std::vector<http::Route>&);

    /// Adds a type that no route names, with those it holds.
    void add(const json::Type*, Role);
    /// The schema in place, or a reference to the component that has it.
    [[nodiscard]] json::Value schema(const json::Type*, Role) const;
    /// components/schemas, by name.
    [[nodiscard]] json::Value components() const;

private:
    [[nodiscard]] std::string name_of(const json::Type*, Role) const;
    [[nodiscard]] json::Value object_schema(const json::Type&, Role) const;
    [[nodiscard]] json::Value field_schema(const json::Type::Field&, Role) const;

    std::set<std::pair<const json::Type*, Role>> used_;
    std::map<std::string, std::set<const json::Type*>> types_of_name_;
};

} // namespace openapi
