#include "app/session/error_sentence.h"

#include <QCoreApplication>

namespace tuban {

namespace {

const char* sourceOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::Usage:
        return QT_TRANSLATE_NOOP("ErrorSentence", "%1 cannot be done like this.");
    case ErrorCode::NotFound:
        return QT_TRANSLATE_NOOP("ErrorSentence", "%1 is not there. Was it moved or renamed?");
    case ErrorCode::NotAPlan:
        return QT_TRANSLATE_NOOP("ErrorSentence", "%1 is not a plan. Import it instead of opening it.");
    case ErrorCode::NewerPlan:
        return QT_TRANSLATE_NOOP("ErrorSentence",
                                 "%1 was made by a newer version. Update this program to open it.");
    case ErrorCode::Corrupt:
        return QT_TRANSLATE_NOOP("ErrorSentence",
                                 "%1 is damaged. Nothing was changed; open a copy of it instead.");
    case ErrorCode::ReadOnly:
        return QT_TRANSLATE_NOOP("ErrorSentence",
                                 "%1 cannot be written: the file or its folder is protected.");
    case ErrorCode::Busy:
        return QT_TRANSLATE_NOOP("ErrorSentence", "Another program holds %1. Close it there or try again.");
    case ErrorCode::Unreadable:
        return QT_TRANSLATE_NOOP("ErrorSentence", "%1 cannot be read.");
    case ErrorCode::Unwritable:
        return QT_TRANSLATE_NOOP("ErrorSentence",
                                 "%1 cannot be written. Is there room, and are you allowed to?");
    case ErrorCode::BadGeometry:
        return QT_TRANSLATE_NOOP("ErrorSentence", "%1 has a shape that cannot be used.");
    case ErrorCode::BadCrs:
        return QT_TRANSLATE_NOOP("ErrorSentence",
                                 "The coordinate system of %1 is missing or cannot be used.");
    case ErrorCode::Conflict:
        return QT_TRANSLATE_NOOP("ErrorSentence", "%1 was changed since. Nothing was done.");
    case ErrorCode::Cancelled:
        return QT_TRANSLATE_NOOP("ErrorSentence", "%1 was stopped. Nothing was changed.");
    case ErrorCode::Sql:
        return QT_TRANSLATE_NOOP("ErrorSentence", "%1 refused the change. Nothing was saved.");
    }
    return "%1";
}

bool needsDetail(ErrorCode code) {
    using enum ErrorCode;
    switch (code) {
    case Usage:
    case Unreadable:
    case BadGeometry:
    case BadCrs:
    case Conflict:
    case Sql:
        return true;
    case NotFound:
    case NotAPlan:
    case NewerPlan:
    case Corrupt:
    case ReadOnly:
    case Busy:
    case Unwritable:
    case Cancelled:
        return false;
    }
    return true;
}

} // namespace

QString errorSentence(ErrorCode code, const QString& subject) {
    return QCoreApplication::translate("ErrorSentence", sourceOf(code)).arg(subject);
}

QString errorText(const Error& error, const QString& subject) {
    const auto sentence = errorSentence(error.code, subject);
    return needsDetail(error.code) ? sentence + QLatin1Char(' ') + QString::fromStdString(error.message)
                                   : sentence;
}

} // namespace tuban
