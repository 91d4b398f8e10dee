#pragma once
// Typed requests and view models: a struct described with BOOST_DESCRIBE_STRUCT is read from JSON and from forms (all
// faults at once), written as JSON, and drawn as a schema for OpenAPI. snake_case members are camelCase on the wire.
//
// Members may be: bool, integers, double, std::string, Line<Max>, Prose<Max>, Date, Instant, Uuid, Id<Tag>, enums
// described with BOOST_DESCRIBE_ENUM (written as their snake_case names), std::optional, std::vector and other
// described structs.
#include "platform/json/reading.hpp"
#include "platform/json/type.hpp"
#include "platform/json/writing.hpp"

#include <boost/describe.hpp>
