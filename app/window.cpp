#include "app/window.h"

#include "app/session/icon_provider.h"
#include "app/session/language.h"
#include "app/session/photo_provider.h"
#include "app/session/recent_plans.h"
#include "app/session/session.h"

#include <QGuiApplication>
#include <QIcon>
#include <QQmlApplicationEngine>
#include <QQuickStyle>

namespace tuban {

void furnish(QQmlApplicationEngine& engine, Session& session) {
    engine.addImageProvider(QStringLiteral("photo"), new PhotoProvider(session, PhotoProvider::Size::Full));
    engine.addImageProvider(QStringLiteral("thumb"), new PhotoProvider(session, PhotoProvider::Size::Thumb));
    engine.addImageProvider(QStringLiteral("icon"), new IconProvider);
    auto* recent = engine.singletonInstance<RecentPlans*>("Tuban.App", "RecentPlans");
    if (recent != nullptr) {
        QObject::connect(
            &session, &Session::opened, recent, [recent, &session] { recent->add(session.path()); });
    }
}

int runWindow(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("tuban"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Tuban"));
    QGuiApplication::setDesktopFileName(QStringLiteral("tuban"));
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    applyLanguage(chosenLanguage());

    Session session;
    QQmlApplicationEngine engine;
    furnish(engine, session);
    engine.setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(&session)}});
    engine.loadFromModule("Tuban", "Main");
    if (engine.rootObjects().isEmpty()) {
        return EXIT_FAILURE;
    }
    const auto arguments = QGuiApplication::arguments();
    const auto* recent = engine.singletonInstance<RecentPlans*>("Tuban.App", "RecentPlans");
    if (arguments.size() > 1) {
        session.openPlan(arguments.at(1));
    } else if (recent != nullptr && recent->count() == 0) {
        session.openDemo();
    }
    return QGuiApplication::exec();
}

} // namespace tuban
