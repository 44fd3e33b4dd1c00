#include <QQuickStyle>
#include <QtQuickTest/quicktest.h>

int main(int count, char** arguments) {
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    QTEST_SET_MAIN_SOURCE_PATH
    return quick_test_main(count, arguments, "qml", nullptr);
}
