# Debian packages by CPack, from what `cmake --install` puts where: the library with its data, what a program is built
# with, and the command. `cpack` in the build's folder makes them.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME minutebook)
set(CPACK_PACKAGE_VENDOR "The Minutebook authors")
set(CPACK_PACKAGE_CONTACT "The Minutebook authors <minutebook@users.noreply.invalid>")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL library development command)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/lib)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(about "Minutebook reads the agenda packs that councils publish into a typed model of\n meetings, reports, people and decisions, and makes a small site of them.")
set(name_of_library libminutebook${MINUTEBOOK_ABI})
set(name_of_development libminutebook-dev)
set(name_of_command minutebook)
set(section_of_library libs)
set(section_of_development libdevel)
set(section_of_command web)
set(what_library "councils' agenda packs as data and as a site: the library")
set(what_development "councils' agenda packs as data and as a site: development files")
set(what_command "councils' agenda packs as data and as a site: the command")

# The day is SOURCE_DATE_EPOCH's, where that is set.
string(TIMESTAMP released "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(${CMAKE_CURRENT_LIST_DIR}/changelog.in ${PROJECT_BINARY_DIR}/debian/changelog @ONLY)
find_program(MINUTEBOOK_GZIP gzip)
mark_as_advanced(MINUTEBOOK_GZIP)
if(MINUTEBOOK_GZIP)
    execute_process(COMMAND ${MINUTEBOOK_GZIP} -9nf changelog WORKING_DIRECTORY ${PROJECT_BINARY_DIR}/debian)
endif()

foreach(component ${CPACK_COMPONENTS_ALL})
    string(TOUPPER ${component} upper)
    set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${name_of_${component}})
    set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section_of_${component}})
    set(CPACK_COMPONENT_${upper}_DESCRIPTION "${what_${component}}\n${about}")
    install(FILES ${PROJECT_SOURCE_DIR}/LICENSE RENAME copyright COMPONENT ${component}
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${name_of_${component}})
    install(FILES ${PROJECT_BINARY_DIR}/debian/changelog.gz COMPONENT ${component} OPTIONAL
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${name_of_${component}})
endforeach()
set(CPACK_COMPONENT_DEVELOPMENT_DEPENDS library)
set(CPACK_COMPONENT_COMMAND_DEPENDS library)
# What CPack would write of these two itself is refused by lintian.
file(WRITE ${PROJECT_BINARY_DIR}/debian/shlibs
    "libminutebook ${MINUTEBOOK_ABI} ${name_of_library} (>= ${PROJECT_VERSION})\n")
file(WRITE ${PROJECT_BINARY_DIR}/debian/triggers "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${PROJECT_BINARY_DIR}/debian/shlibs ${PROJECT_BINARY_DIR}/debian/triggers)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_RECOMMENDS poppler-utils)
include(CPack)
