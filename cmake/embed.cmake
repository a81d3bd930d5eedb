# Turns text files into one C++ source: cmake -DOUTPUT=x.cpp -DHEADER=a.hpp -DFUNCTION=ns::name "-DFILES=a.xml|b.xml" -P embed.cmake
# The function returns them as {stem, text} in the order given. Raw string literals: nothing is escaped.
string(REPLACE "|" ";" files "${FILES}")
set(entries "")
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME_WE)
  file(READ "${file}" text)
  string(FIND "${text}" ")embedded\"" clash)
  if(NOT clash EQUAL -1)
    message(FATAL_ERROR "${file} holds the end mark of a raw string")
  endif()
  string(APPEND entries "    EmbeddedFile{\"${name}\", R\"embedded(${text})embedded\"},\n")
endforeach()
string(REGEX MATCH "^(.*)::([^:]+)$" matched "${FUNCTION}")
file(WRITE "${OUTPUT}" "#include \"${HEADER}\"

#include <array>

namespace ${CMAKE_MATCH_1} {

namespace {

constexpr std::array kFiles{
${entries}};

} // namespace

std::span<const EmbeddedFile> ${CMAKE_MATCH_2}() { return kFiles; }

} // namespace ${CMAKE_MATCH_1}
")
