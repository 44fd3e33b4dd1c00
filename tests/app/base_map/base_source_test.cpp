// Base maps made here: a web server, a folder, an MBTiles file, a picture; known colours at known places.
#include "app/base_map/base_source.h"
#include "app/base_map/tile_fetcher.h"
#include "geo/crs/gcj02.h"
#include "geo/crs/transform.h"
#include "tests/app/app_fixture.h"
#include "tests/app/base_map/tile_server.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <future>

using namespace tuban;
using namespace tuban::test;

namespace {

constexpr int waitMs = 20'000;

/// Runs a waiting call beside, while this thread serves the web.
template <class Work>
auto beside(Work work) {
    auto answer = std::async(std::launch::async, std::move(work));
    if (!QTest::qWaitFor(
            [&] { return answer.wait_for(std::chrono::seconds(0)) == std::future_status::ready; }, waitMs)) {
        qFatal("no answer came");
    }
    return answer.get();
}

BaseMapChoice choice(BaseMapKind kind, const QString& place) {
    BaseMapChoice made;
    made.kind = kind;
    made.place = place;
    return made;
}

QByteArray png(const QImage& image) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray plain(QRgb colour) {
    QImage image(256, 256, QImage::Format_RGB32);
    image.fill(colour);
    return png(image);
}

/// A tile whose red and green say the pixel.
QImage places() {
    QImage image(256, 256, QImage::Format_RGB32);
    for (int y = 0; y < 256; ++y) {
        for (int x = 0; x < 256; ++x) {
            image.setPixel(x, y, qRgb(x, y, 77));
        }
    }
    return image;
}

QRgb colourAt(const QImage& image, int x, int y) {
    return image.convertToFormat(QImage::Format_ARGB32).pixel(x, y);
}

TileKey tileAround(Point world, int zoom) {
    const double side = TileKey{.zoomMilli = zoom * 1'000}.worldSide();
    return {zoom * 1'000, static_cast<int>(world.x / side), static_cast<int>(world.y / side)};
}

} // namespace

class BaseSourceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theServerIsToldWhoAsksAndIsAskedOnce() {
        TileServer server;
        server.files["/1/0/0.png"] = plain(0xff112233);
        TileFetcher fetcher(m_folder.filePath(QStringLiteral("cache1")));
        const QUrl url(server.address(QStringLiteral("1/0/0.png")));
        const auto first = beside([&] { return fetcher.get(url, {}); });
        QVERIFY(first && !first->isEmpty());
        QVERIFY2(server.userAgents.value(0).contains("Tuban/"), server.userAgents.value(0).constData());
        const auto again = beside([&] { return fetcher.get(url, {}); });
        QVERIFY(again && *again == *first);
        QCOMPARE(server.asked.size(), 1); // max-age holds
    }

    void whatTheServerLacksOrRefusesIsSaid() {
        TileServer server;
        TileFetcher fetcher(m_folder.filePath(QStringLiteral("cache2")));
        const QUrl url(server.address(QStringLiteral("9/9/9.png")));
        const auto missing = beside([&] { return fetcher.get(url, {}); });
        QVERIFY(missing && missing->isEmpty());
        server.status = "403 Forbidden";
        const auto refused =
            beside([&] { return fetcher.get(QUrl(server.address(QStringLiteral("9/9/8.png"))), {}); });
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains("127.0.0.1") && refused.error().message.contains("403"));
        const auto unreachable =
            beside([&] { return fetcher.get(QUrl(QStringLiteral("http://127.0.0.1:1/1/1/1.png")), {}); });
        QVERIFY(!unreachable && unreachable.error().code == ErrorCode::Unreadable);
    }

    void aStopCutsASlowServerShort() {
        TileServer server;
        server.isSilent = true;
        TileFetcher fetcher(m_folder.filePath(QStringLiteral("cache3")));
        std::stop_source stop;
        auto answer = std::async(std::launch::async, [&] {
            return fetcher.get(QUrl(server.address(QStringLiteral("1/1/1.png"))), stop.get_token());
        });
        QTRY_COMPARE_WITH_TIMEOUT(server.asked.size(), 1, waitMs);
        stop.request_stop();
        const auto cut = answer.get();
        QVERIFY(!cut && cut.error().code == ErrorCode::Cancelled);
    }

    void fourTilesOfTheWebMakeOneOfTheMap() {
        TileServer server;
        server.files["/3/2/4.png"] = plain(0xff0a0000);
        server.files["/3/3/4.png"] = plain(0xff000a00);
        server.files["/3/2/5.png"] = plain(0xff00000a);
        server.files["/2/1/2.png"] = png(places()); // instead of 3/3/5
        TileFetcher fetcher(m_folder.filePath(QStringLiteral("cache4")));
        auto source = openBaseSource(
            choice(BaseMapKind::Online, server.address(QStringLiteral("{z}/{x}/{y}.png"))),
            fetcher);
        QVERIFY(source);
        const auto picture = beside([&] { return (*source)->picture({3'000, 1, 2}, {}); });
        QVERIFY(picture);
        QCOMPARE(picture->size(), QSize(512, 512));
        QCOMPARE(colourAt(*picture, 10, 10), 0xff0a0000);
        QCOMPARE(colourAt(*picture, 500, 10), 0xff000a00);
        QCOMPARE(colourAt(*picture, 10, 500), 0xff00000a);
        // The lower right quarter of the coarser tile, twice as large.
        const QRgb enlarged = colourAt(*picture, 256 + 100, 256 + 60);
        QVERIFY(std::abs(qRed(enlarged) - (128 + 50)) <= 1);
        QVERIFY(std::abs(qGreen(enlarged) - (128 + 30)) <= 1);
        const auto nothing = beside([&] { return (*source)->picture({5'000, 3, 3}, {}); });
        QVERIFY(nothing && nothing->isNull());
    }

    void rowsMayCountFromTheSouthAndServersTakeTurns() {
        QCOMPARE(tileAddress(QStringLiteral("https://{s}.x/{z}/{x}/{-y}"), 3, 6, 2),
                 QStringLiteral("https://c.x/3/6/5"));
        QVERIFY(faultOfTemplate(QStringLiteral("https://x.y/{z}/{x}.png")));
        QVERIFY(faultOfTemplate(QStringLiteral("ftp://x.y/{z}/{x}/{y}.png")));
        QVERIFY(!faultOfTemplate(QStringLiteral("https://x.y/t?z={z}&x={x}&y={-y}")));
        QVERIFY(!attributionOfTemplate(QStringLiteral("https://tile.openstreetmap.org/{z}/{x}/{y}.png"))
                     .isEmpty());
    }

    void anMbTilesFileIsAsGoodAsAServer() {
        const QString path = m_folder.filePath(QStringLiteral("map.mbtiles"));
        const QString hex = QString::fromLatin1(plain(0xff336699).toHex());
        QVERIFY(runSql(
            path,
            QStringLiteral("CREATE TABLE metadata (name text, value text);"
                           "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, "
                           "tile_data blob);"
                           "INSERT INTO metadata VALUES ('format','png'),"
                           "('attribution','&copy; <a href=\"x\">Somebody</a>');"
                           "INSERT INTO tiles VALUES (4,13,9,x'%1')")
                .arg(hex)));
        TileFetcher fetcher(m_folder.filePath(QStringLiteral("cache5")));
        auto source = openBaseSource(choice(BaseMapKind::MbTiles, path), fetcher);
        QVERIFY(source);
        QCOMPARE((*source)->facts().attribution, QStringLiteral("© Somebody"));
        const auto picture =
            (*source)->picture({4'000, 6, 3}, {}); // row 9 from the south is 6 from the north
        QVERIFY(picture);
        QCOMPARE(colourAt(*picture, 300, 100), 0xff336699);
        QCOMPARE(qAlpha(colourAt(*picture, 100, 100)), 0);
    }

    void aFolderInGcj02IsShownWhereItBelongs() {
        const Point place{113.55, 34.81};
        const int zoom = 16;
        const double tiles = std::exp2(zoom);
        const Point shown = worldFromGeo(gcj02FromGeo(place));
        const int column = static_cast<int>(shown.x * tiles);
        const int row = static_cast<int>(shown.y * tiles);
        for (int dx = -3; dx <= 3; ++dx) {
            const QString below = QStringLiteral("mars/%1/%2").arg(zoom).arg(column + dx);
            QVERIFY(QDir(m_folder.path()).mkpath(below));
            for (int dy = -3; dy <= 3; ++dy) {
                QVERIFY(places().save(m_folder.filePath(below + QStringLiteral("/%1.png").arg(row + dy))));
            }
        }
        TileFetcher fetcher(m_folder.filePath(QStringLiteral("cache6")));
        BaseMapChoice mars = choice(BaseMapKind::Folder, m_folder.filePath(QStringLiteral("mars")));
        mars.isGcj02 = true;
        auto source = openBaseSource(mars,
                                     fetcher);
        QVERIFY(source);
        const TileKey tile = tileAround(worldFromGeo(place), zoom);
        const auto picture = (*source)->picture(tile, {});
        QVERIFY(picture && !picture->isNull());
        int compared = 0;
        for (int y = 5; y < 512; y += 39) {
            for (int x = 5; x < 512; x += 39) {
                const Point world{tile.worldTopLeft().x + (x + 0.5) / 512 * tile.worldSide(),
                                  tile.worldTopLeft().y + (y + 0.5) / 512 * tile.worldSide()};
                const Point source2 = worldFromGeo(gcj02FromGeo(geoFromWorld(world)));
                const double inX = std::fmod(source2.x * tiles, 1.0) * 256;
                const double inY = std::fmod(source2.y * tiles, 1.0) * 256;
                const QRgb colour = colourAt(*picture, x, y);
                if (inX > 2 && inX < 254 && inY > 2 && inY < 254 && qAlpha(colour) == 255) {
                    ++compared;
                    QVERIFY(std::abs(qRed(colour) - (inX - 0.5)) <= 1.2); // sub-pixel: a step is a pixel
                    QVERIFY(std::abs(qGreen(colour) - (inY - 0.5)) <= 1.2);
                }
            }
        }
        QVERIFY(compared > 100);
    }

    void whatCannotBeOpenedSaysWhat() {
        TileFetcher fetcher(m_folder.filePath(QStringLiteral("cache7")));
        const auto folder = openBaseSource(
            choice(BaseMapKind::Folder, m_folder.filePath(QStringLiteral("nowhere"))), fetcher);
        QVERIFY(!folder && folder.error().message.contains("nowhere"));
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("empty")));
        QVERIFY(!openBaseSource(
            choice(BaseMapKind::Folder, m_folder.filePath(QStringLiteral("empty"))), fetcher));
        QVERIFY(!openBaseSource(
            choice(BaseMapKind::Raster, m_folder.filePath(QStringLiteral("no.tif"))), fetcher));
        QVERIFY(!openBaseSource(choice(BaseMapKind::Online, QStringLiteral("https://x/{z}")),
                                fetcher));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(BaseSourceTest)
#include "base_source_test.moc"
