# What `cmake --install` puts where, and how other projects find it: pkg-config and find_package(minutebook).
include(CMakePackageConfigHelpers)

install(TARGETS minutebook EXPORT minutebook
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development
    PUBLIC_HEADER DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(TARGETS minutebook_command RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT command)

# Beneath /usr the system finds libraries itself; a way to them in the program would only hide a wrong one.
install(CODE "if(CMAKE_INSTALL_PREFIX STREQUAL \"/usr\")
    file(RPATH_REMOVE FILE \"\$ENV{DESTDIR}/usr/${CMAKE_INSTALL_BINDIR}/minutebook\")
endif()" COMPONENT command)

# The way from the pkg-config file up to the prefix, so that an installation can be moved.
file(RELATIVE_PATH minutebook_up /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
configure_file(${CMAKE_CURRENT_LIST_DIR}/minutebook.pc.in ${PROJECT_BINARY_DIR}/minutebook.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/minutebook.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/minutebook)
install(EXPORT minutebook NAMESPACE minutebook:: FILE minutebook-targets.cmake
    DESTINATION ${package_folder} COMPONENT development)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/minutebook-config.cmake.in
    ${PROJECT_BINARY_DIR}/minutebook-config.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/minutebook-config-version.cmake
    COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/minutebook-config.cmake ${PROJECT_BINARY_DIR}/minutebook-config-version.cmake
    DESTINATION ${package_folder} COMPONENT development)

include(${CMAKE_CURRENT_LIST_DIR}/packages.cmake)
