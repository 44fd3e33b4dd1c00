# What every target of ours has: the standard, the warnings, sanitizers, and includes from the top of the project.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
# g++ 14 with Ninja writes module flags into the compile database that clang-tidy stops on.
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)

if(TUBAN_SANITIZE)
    add_compile_options(-fsanitize=${TUBAN_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${TUBAN_SANITIZE})
endif()

function(tuban_target target)
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
        -Woverloaded-virtual -Wduplicated-cond -Wlogical-op $<$<BOOL:${TUBAN_WERROR}>:-Werror>)
    target_compile_definitions(${target} PRIVATE $<$<NOT:$<CONFIG:Release>>:_GLIBCXX_ASSERTIONS>)
endfunction()

# A room of geo/: a static library from files in the current folder.
function(tuban_room name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;PUBLIC;PRIVATE")
    add_library(tuban_${name} STATIC ${arg_SOURCES})
    tuban_target(tuban_${name})
    target_link_libraries(tuban_${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
endfunction()
