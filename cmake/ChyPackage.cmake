# libchancery (static and shared) from the modules' objects, the data files, and what `make install` lays down.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

get_property(modules GLOBAL PROPERTY CHY_MODULES)
set(objects "")
foreach(module IN LISTS modules)
    list(APPEND objects $<TARGET_OBJECTS:${module}>)
endforeach()

add_library(chancery_static STATIC ${objects})
add_library(chancery_shared SHARED ${objects})
set_target_properties(chancery_static chancery_shared PROPERTIES
    OUTPUT_NAME chancery LINKER_LANGUAGE C
    ARCHIVE_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib" LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")
# What find_package(chancery) calls them: chancery::static, chancery::shared.
set_target_properties(chancery_static PROPERTIES EXPORT_NAME static)
set_target_properties(chancery_shared PROPERTIES EXPORT_NAME shared)
set_target_properties(chancery_shared PROPERTIES VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR})
foreach(library chancery_static chancery_shared)
    target_include_directories(${library} INTERFACE
        $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
endforeach()
# The shared library holds what it needs of utf8proc; who links the static one links utf8proc too.
target_link_libraries(chancery_shared PRIVATE "${CHY_UTF8PROC}" m)
target_link_libraries(chancery_static INTERFACE utf8proc m)

# The shared library shows the functions that the public header declares and no others.
file(STRINGS "${PROJECT_SOURCE_DIR}/include/chancery.h" declarations REGEX "chy_[a-z_]+\\(")
set(exported "")
foreach(line IN LISTS declarations)
    if(NOT line MATCHES "^ *\\*|typedef")
        string(REGEX REPLACE ".*(chy_[a-z_]+)\\(.*" "\\1" name "${line}")
        string(APPEND exported "        ${name};\n")
    endif()
endforeach()
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/chancery.map" CONTENT "{\n    global:\n${exported}    local: *;\n};\n")
target_link_options(chancery_shared PRIVATE "-Wl,--version-script=${PROJECT_BINARY_DIR}/chancery.map")
set_property(TARGET chancery_shared APPEND PROPERTY LINK_DEPENDS "${PROJECT_BINARY_DIR}/chancery.map")

# Data files, in the build tree where an installed command finds them too: ../share/chancery from the executable.
set(share "${PROJECT_BINARY_DIR}/share/chancery")
set(learned "${PROJECT_SOURCE_DIR}/models/chancery-en.safetensors")
file(MAKE_DIRECTORY "${share}")
file(CREATE_LINK "${learned}" "${share}/chancery-en.safetensors" SYMBOLIC)
file(CREATE_LINK "${PROJECT_SOURCE_DIR}/grammar" "${share}/grammar" SYMBOLIC)

install(TARGETS chancery_static chancery_shared EXPORT chancery
    ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(FILES include/chancery.h DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES "${learned}" DESTINATION ${CMAKE_INSTALL_DATADIR}/chancery)
install(FILES "${share}/chancery.facts" DESTINATION ${CMAKE_INSTALL_DATADIR}/chancery)
install(DIRECTORY grammar DESTINATION ${CMAKE_INSTALL_DATADIR}/chancery FILES_MATCHING PATTERN "*.grammar")
install(FILES docs/chancery.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES cli/completion/chancery.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME chancery)
install(FILES cli/completion/_chancery DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES cli/completion/chancery.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
# The documents lie as they do here, so that their links hold.
set(documents ${CMAKE_INSTALL_DATADIR}/doc/chancery)
install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${documents})
install(FILES models/chancery-en.card.md DESTINATION ${documents}/models)
install(DIRECTORY docs DESTINATION ${documents} FILES_MATCHING PATTERN "*.md" PATTERN "*.json")
install(DIRECTORY examples DESTINATION ${documents})
if(TARGET chancery_command)
    install(TARGETS chancery_command RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()

# chancery.pc finds its prefix from where it lies, so that a moved one is found too.
file(RELATIVE_PATH CHY_PC_PREFIX "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
string(REGEX REPLACE "/$" "" CHY_PC_PREFIX "${CHY_PC_PREFIX}")
configure_file(cmake/chancery.pc.in "${PROJECT_BINARY_DIR}/chancery.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/chancery.pc" DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/chancery)
install(EXPORT chancery NAMESPACE chancery:: DESTINATION ${package_dir} FILE chanceryTargets.cmake)
configure_package_config_file(cmake/chanceryConfig.cmake.in "${PROJECT_BINARY_DIR}/chanceryConfig.cmake"
    INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file("${PROJECT_BINARY_DIR}/chanceryConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/chanceryConfig.cmake" "${PROJECT_BINARY_DIR}/chanceryConfigVersion.cmake"
    DESTINATION ${package_dir})
