# Compiler, linker and speed of the loop. Two presets matter: the normal build and -DSAMBAND_SANITIZE=address|thread.
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()
if(CMAKE_CXX_FLAGS_RELWITHDEBINFO MATCHES "NDEBUG") # CMake's own default: ensure() stays in production
  set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")
endif()
set(SAMBAND_SANITIZE "" CACHE STRING "address (with undefined) or thread; empty for the normal build")
option(SAMBAND_FUZZ "Build the libFuzzer targets (clang only)" OFF)
if(SAMBAND_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -O1 -fno-omit-frame-pointer)
endif()

# Members left out of a designated initialiser have their defaults: that is what they are for.
add_compile_options(-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # TRY is a statement expression (docs/decisions/0002); Clang names the extension with -Wpedantic. Its -Wconversion and
  # -Wshadow also mean signs and what std::chrono has; g++ decides what is written, Clang is there for the sanitizers.
  add_compile_options(-Wno-gnu-statement-expression -Wno-sign-conversion -Wno-shadow)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # With optimisation g++ 12 sees copies past the end in std::string's own operators, and unset members in the empty side
  # of a variant. The sanitizers look for the real ones.
  add_compile_options(-Wno-array-bounds -Wno-restrict -Wno-stringop-overflow -Wno-stringop-overread -Wno-maybe-uninitialized)
endif()
add_compile_options(-fstack-protector-strong -pthread) # -pthread everywhere: the precompiled header is one for all
if(CMAKE_UNITY_BUILD) # many files compiled as one: what a file keeps to itself is then seen from an included file
  set(CMAKE_UNITY_BUILD_BATCH_SIZE 12 CACHE STRING "")
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()

if(SAMBAND_SANITIZE)
  add_compile_definitions(SAMBAND_IS_SANITIZED _GLIBCXX_ASSERTIONS)
endif()
if(SAMBAND_SANITIZE STREQUAL "address")
  # A null pointer that is used stops the program under AddressSanitizer anyway, and x86 and ARM read where they are told:
  # without these checks, one before every member that is touched, a build takes two thirds of the time and half the room.
  # The fuzz targets keep them. At a fixed address the tables of what is looked for need no relocations.
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=null,alignment,vptr -fno-sanitize-recover=all
                      -fno-omit-frame-pointer -O0 -fno-pie)
  add_link_options(-fsanitize=address,undefined -no-pie)
elseif(SAMBAND_SANITIZE STREQUAL "thread")
  # g++ 12 warns that TSan does not model fences; Asio's fences are covered by its own mutexes.
  add_compile_options(-fsanitize=thread -O0 $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
  add_link_options(-fsanitize=thread)
endif()

# The archives of modules only name their objects: nothing is written twice.
set(CMAKE_CXX_ARCHIVE_CREATE "<CMAKE_AR> qcT <TARGET> <LINK_FLAGS> <OBJECTS>")
set(CMAKE_CXX_ARCHIVE_APPEND "<CMAKE_AR> qT <TARGET> <LINK_FLAGS> <OBJECTS>")

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER
      ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
