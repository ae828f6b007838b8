# One folder of src/ is one module: a static library `chy_NAME`, and a test executable for each *_test.c.
# A module sees the headers of the modules it declares and of their declared modules, and no others, so that a
# wrong #include does not compile.
#
#   chy_module(tokens DEPENDS text nn)
#
# Sources are *.c but not *_test.c. A test is linked with its module and cmocka and runs under ctest as NAME_x_test.
function(chy_module name)
    cmake_parse_arguments(ARG "" "" "DEPENDS;TEST_DEPENDS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.c")
    file(GLOB tests CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*_test.c")
    if(tests)
        list(REMOVE_ITEM sources ${tests})
    endif()
    set(target chy_${name})
    add_library(${target} STATIC ${sources})
    set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE ON LINKER_LANGUAGE C)
    # Headers are included as "name/file.h": the module's include root holds a link to its folder alone.
    set(root "${PROJECT_BINARY_DIR}/include-roots/${name}")
    file(MAKE_DIRECTORY "${root}")
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${root}/${name}" SYMBOLIC)
    target_include_directories(${target} PUBLIC "${root}" "${PROJECT_SOURCE_DIR}/include")
    target_link_libraries(${target} PRIVATE chy_warnings PUBLIC m)
    foreach(dependency IN LISTS ARG_DEPENDS)
        target_link_libraries(${target} PUBLIC chy_${dependency})
    endforeach()
    set_property(GLOBAL APPEND PROPERTY CHY_MODULES ${target})
    if(CHY_BUILD_TESTS)
        foreach(test IN LISTS tests)
            get_filename_component(stem "${test}" NAME_WE)
            set(executable ${name}_${stem})
            add_executable(${executable} "${test}")
            target_link_libraries(${executable} PRIVATE ${target} chy_warnings cmocka)
            foreach(dependency IN LISTS ARG_TEST_DEPENDS)
                target_link_libraries(${executable} PRIVATE chy_${dependency})
            endforeach()
            target_compile_definitions(${executable} PRIVATE CHY_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                                       CHY_BINARY_DIR="${PROJECT_BINARY_DIR}")
            add_test(NAME ${executable} COMMAND ${executable})
            set_tests_properties(${executable} PROPERTIES TIMEOUT 300)
        endforeach()
    endif()
endfunction()
