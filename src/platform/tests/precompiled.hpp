#pragma once
// Test programs compile gtest once.
#include "platform/precompiled.hpp"

#include <gtest/gtest.h>
