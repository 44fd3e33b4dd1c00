#pragma once

#include "app/session/values.h"
#include "geo/plan/catalogue.h"

#include <QByteArray>
#include <QString>

namespace tuban {

/// The JSON answers of the worker's commands as values with sentences for people. GUI thread.

/// \param catalogue gives titles of columns, may be null
[[nodiscard]] SourceInfo sourceInfo(const QByteArray& json, const Catalogue* catalogue, const QString& layer);
[[nodiscard]] TransferReport importReport(const QByteArray& json, const QString& layerTitle, bool dryRun);
[[nodiscard]] TransferReport exportReport(const QByteArray& json, const Catalogue* catalogue);

/// Why a worker failed, in a sentence. \param subject the file at hand
[[nodiscard]] QString
workerFailure(int exitCode, bool crashed, const QString& message, const QString& subject);

/// What a step of the worker is called.
[[nodiscard]] QString stepText(const QString& step);

} // namespace tuban
