# module_texts(NAME): i18n/LANGUAGE/NAME.json -> NAME/texts.hpp with one typed key per message (namespace NAME::text).
# A missing key, a wrong argument or a missing translation in bokmål or nynorsk stops the build.
function(module_texts name)
  set(catalogues "")
  foreach(language nb nn se en)
    set(file ${CMAKE_SOURCE_DIR}/i18n/${language}/${name}.json)
    if(EXISTS ${file})
      list(APPEND catalogues ${file})
    endif()
  endforeach()
  set(directory ${CMAKE_BINARY_DIR}/generated)
  if(catalogues)
    add_custom_command(
      OUTPUT ${directory}/${name}/texts.hpp ${directory}/${name}/texts.cpp
      COMMAND python3 ${CMAKE_SOURCE_DIR}/tools/generate_texts.py ${CMAKE_SOURCE_DIR}/i18n ${name} ${directory}/${name}
      DEPENDS ${catalogues} ${CMAKE_SOURCE_DIR}/tools/generate_texts.py ${CMAKE_SOURCE_DIR}/tools/message_pattern.py
      COMMENT "Texts of ${name}" VERBATIM)
    add_custom_target(${name}_texts DEPENDS ${directory}/${name}/texts.hpp)
    target_sources(${name} PRIVATE ${directory}/${name}/texts.cpp ${directory}/${name}/texts.hpp)
    add_dependencies(${name} ${name}_texts)
  endif()
  target_include_directories(${name} PUBLIC ${directory})
endfunction()
