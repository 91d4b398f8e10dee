#pragma once
#include <string>
#include <string_view>

/// Compares with golden/NAME beside the tests, line by line of elements. With SAMBAND_REWRITE_GOLDEN set the file is
/// written anew instead; look at the difference before it is committed.
void expect_golden(std::string_view name, std::string_view markup);
