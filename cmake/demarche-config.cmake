# find_package(demarche): the program, and demarche_draw() to draw with it.
get_filename_component(demarche_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
find_program(DEMARCHE_EXECUTABLE demarche HINTS "${demarche_prefix}/bin")
unset(demarche_prefix)
include("${CMAKE_CURRENT_LIST_DIR}/DemarcheDraw.cmake")
