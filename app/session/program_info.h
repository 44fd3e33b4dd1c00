#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// What the About sheet says and a report of a fault should bring along. GUI thread.
class ProgramInfo : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString version READ version CONSTANT)
    /// One line each: Qt, system, processor, language.
    Q_PROPERTY(QStringList surroundings READ surroundings CONSTANT)

public:
    explicit ProgramInfo(QObject* parent = nullptr);

    [[nodiscard]] QString version() const;
    [[nodiscard]] QStringList surroundings() const;
};

} // namespace tuban
