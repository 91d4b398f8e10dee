# One precompiled header for all libraries and one for all test programs: each is 100 MB on disk and seconds to make.
# The fuzz targets are few, and go without.
if(NOT SAMBAND_FUZZ)
  set(SAMBAND_PRECOMPILED ON)
endif()

# Compiles HEADER once, for every target that has the definitions of what it LINKS, or more.
function(precompile name header)
  if(NOT SAMBAND_PRECOMPILED)
    return()
  endif()
  set(source ${CMAKE_BINARY_DIR}/${name}.cpp)
  file(CONFIGURE OUTPUT ${source} CONTENT "// CMake asks a library that owns a precompiled header for one source.\n")
  add_library(${name} OBJECT ${source})
  target_link_libraries(${name} PRIVATE ${ARGN})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/src)
  target_precompile_headers(${name} PRIVATE ${CMAKE_SOURCE_DIR}/${header})
endfunction()

function(precompiled target owner)
  if(SAMBAND_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM ${owner})
  endif()
endfunction()

set(PLATFORM_PUBLIC Threads::Threads fmt::fmt Boost::json Boost::url PkgConfig::ICU)
precompile(all_libraries src/platform/precompiled.hpp ${PLATFORM_PUBLIC})
if(BUILD_TESTING)
  precompile(all_tests src/platform/tests/precompiled.hpp ${PLATFORM_PUBLIC} GTest::gtest)
endif()
