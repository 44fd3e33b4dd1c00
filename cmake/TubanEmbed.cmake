# tuban_embed(TARGET FUNCTION files…): builds text files of data/ into TARGET as
#   std::string_view FUNCTION(std::string_view name)   in namespace tuban; empty for an unknown name.
# The name is the path below data/. Built in, so that the program is one file and never misses its data.
function(tuban_embed target function)
    set(cases "")
    foreach(file IN LISTS ARGN)
        set(path ${PROJECT_SOURCE_DIR}/data/${file})
        file(READ ${path} content)
        string(APPEND cases "    if (name == \"${file}\") {\n        return R\"~embed~(${content})~embed~\";\n    }\n")
        set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    endforeach()
    set(output ${CMAKE_CURRENT_BINARY_DIR}/${function}.cpp)
    file(WRITE ${output}.new "#include <string_view>\n\nnamespace tuban {\n\nstd::string_view ${function}(std::string_view name);\n
std::string_view ${function}(std::string_view name) {\n${cases}    return {};\n}\n\n} // namespace tuban\n")
    file(COPY_FILE ${output}.new ${output} ONLY_IF_DIFFERENT)
    target_sources(${target} PRIVATE ${output})
endfunction()
