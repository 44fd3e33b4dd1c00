# Fails when the sources of the window hold a string that data/i18n/tuban_zh_CN.ts does not know, or knows without
# its Chinese. Run by CTest.
set(ts ${WORK}/tuban_zh_CN.ts)
configure_file(${SOURCE}/data/i18n/tuban_zh_CN.ts ${ts} COPYONLY)
execute_process(
    COMMAND ${LUPDATE} -I ${SOURCE} -silent -locations none -no-obsolete -source-language en_US -target-language zh_CN
            ${SOURCE}/qml ${SOURCE}/app -ts ${ts}
    RESULT_VARIABLE status ERROR_VARIABLE noise)
if(status)
    message(FATAL_ERROR "lupdate: ${noise}")
endif()
file(READ ${ts} text)
string(REGEX MATCHALL "<source>[^<]*</source>[^<]*(<comment>[^<]*</comment>[^<]*)?<translation type=\"unfinished\"" open "${text}")
list(LENGTH open count)
if(count)
    list(JOIN open "\n" lines)
    message(FATAL_ERROR "${count} strings have no Chinese yet; run lupdate and fill data/i18n/tuban_zh_CN.ts:\n${lines}")
endif()
