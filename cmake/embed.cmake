# embed_files(TARGET NAME ROOT file...): puts files inside the program, readable as embedded::NAME() (platform/embedded.hpp).
# The bytes go in with .incbin; only the small index is compiled, so a changed style sheet costs one assembly.
function(embed_files target name root)
  set(directory ${CMAKE_BINARY_DIR}/embedded/${name})
  add_custom_command(
    OUTPUT ${directory}/index.cpp ${directory}/bytes.S
    COMMAND python3 ${CMAKE_SOURCE_DIR}/tools/embed.py ${name} ${root} ${directory} ${ARGN}
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/tools/embed.py
    COMMENT "Embedding ${name}" VERBATIM)
  set_source_files_properties(${directory}/bytes.S PROPERTIES OBJECT_DEPENDS "${ARGN}" SKIP_PRECOMPILE_HEADERS ON)
  set_source_files_properties(${directory}/index.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${target} PRIVATE ${directory}/index.cpp ${directory}/bytes.S)
endfunction()

# A module's own tables of facts (src/MODULE/facts/*) and, for platform, migrations and the browser's files.
function(module_files name)
  file(GLOB facts CONFIGURE_DEPENDS src/${name}/facts/*)
  if(facts)
    embed_files(${name} ${name}_facts ${CMAKE_SOURCE_DIR}/src/${name}/facts ${facts})
  endif()
  if(name STREQUAL "platform")
    file(GLOB migrations CONFIGURE_DEPENDS migrations/*.sql)
    embed_files(${name} migrations ${CMAKE_SOURCE_DIR}/migrations ${migrations})
    file(GLOB_RECURSE assets CONFIGURE_DEPENDS web/dist/*)
    embed_files(${name} assets ${CMAKE_SOURCE_DIR}/web/dist ${assets})
    file(GLOB icons CONFIGURE_DEPENDS web/icons/*.svg)
    embed_files(${name} icons ${CMAKE_SOURCE_DIR}/web/icons ${icons})
    embed_files(${name} problems ${CMAKE_SOURCE_DIR}/docs/api ${CMAKE_SOURCE_DIR}/docs/api/problems.md)
  endif()
endfunction()
