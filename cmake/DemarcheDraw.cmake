#[[
demarche_draw(TARGET DOSSIERS FILE... [OUTPUT_DIRECTORY DIR] [FORMATS svg pdf ...] [CHARTS timeline network]
              [TEMPLATES NAME...] [OPTIONS OPTION...])

A target, part of `all`, that draws the charts of dossiers: again when a dossier, an article, a template or a chart that
was drawn on has changed, and not otherwise. Charts that come out the same are not touched. Several dossiers are drawn
side by side, each into DIR/STEM. DIR is ${CMAKE_CURRENT_BINARY_DIR}/TARGET unless given; paths are relative to the
current source directory. OPTIONS go to `demarche draw` as they are. DEMARCHE_EXECUTABLE is the program; without it
demarche is looked for along PATH.
]]
cmake_policy(PUSH)
cmake_policy(VERSION 3.20) # paths in dependency files mean the same to every generator

function(demarche_draw target)
  cmake_parse_arguments(PARSE_ARGV 1 draw "" "OUTPUT_DIRECTORY" "DOSSIERS;FORMATS;CHARTS;TEMPLATES;OPTIONS")
  if(draw_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "demarche_draw(${target}): what is ${draw_UNPARSED_ARGUMENTS}?")
  endif()
  if(NOT draw_DOSSIERS)
    message(FATAL_ERROR "demarche_draw(${target}): DOSSIERS names what to draw")
  endif()
  find_program(DEMARCHE_EXECUTABLE demarche REQUIRED)

  set(dossiers "")
  foreach(dossier IN LISTS draw_DOSSIERS)
    get_filename_component(dossier "${dossier}" ABSOLUTE)
    list(APPEND dossiers "${dossier}")
  endforeach()
  if(NOT draw_OUTPUT_DIRECTORY)
    set(draw_OUTPUT_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/${target}")
  endif()
  get_filename_component(folder "${draw_OUTPUT_DIRECTORY}" ABSOLUTE)

  set(options --jobs 0)
  foreach(word FORMATS CHARTS TEMPLATES)
    set(values "")
    foreach(value IN LISTS draw_${word})
      if(word STREQUAL "TEMPLATES" AND value MATCHES "/|[.]xml$")
        get_filename_component(value "${value}" ABSOLUTE)
      endif()
      list(APPEND values "${value}")
    endforeach()
    list(JOIN values "," values)
    if(values)
      string(TOLOWER "${word}" option)
      string(REGEX REPLACE "s$" "" option "${option}")
      list(APPEND options "--${option}" "${values}")
    endif()
  endforeach()

  # The charts keep their time where nothing changed in them: the stamp says when they were last looked at.
  set(stamp "${CMAKE_CURRENT_BINARY_DIR}/${target}.stamp")
  set(deps "${CMAKE_CURRENT_BINARY_DIR}/${target}.d")
  add_custom_command(
    OUTPUT "${stamp}"
    COMMAND "${DEMARCHE_EXECUTABLE}" draw ${dossiers} -o "${folder}" ${options} ${draw_OPTIONS}
            --deps "${deps}" --deps-target "${stamp}"
    COMMAND "${CMAKE_COMMAND}" -E touch "${stamp}"
    DEPENDS ${dossiers} "${DEMARCHE_EXECUTABLE}"
    DEPFILE "${deps}"
    COMMENT "Drawing ${target}"
    VERBATIM)
  add_custom_target(${target} ALL DEPENDS "${stamp}")
endfunction()

cmake_policy(POP)
