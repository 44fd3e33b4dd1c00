#include "app/print/render_command.h"

#include "app/cli/exit_code.h"
#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/options.h"
#include "app/paint/own_themes.h"
#include "app/print/map_request.h"
#include "app/print/plan_scene.h"
#include "app/print/sheet_file.h"
#include "app/print/sheet_of_plan.h"
#include "app/session/app_settings.h"
#include "geo/plan/features.h"

#include <QGuiApplication>

#include <CLI/CLI.hpp>

#include <filesystem>
#include <format>
#include <memory>

namespace tuban {

namespace {

struct Options {
    std::string plan;
    std::string target;
    std::string size;
    std::string scale;
    std::string page;
    std::string title;
    std::string bbox;
    std::string within;
    std::vector<std::string> layers;
    std::string theme;
    std::string colours = "standard";
    std::string unit;
};

enum class FileKind { Png, Pdf };

Result<FileKind> kindOf(const std::string& target) {
    const std::string ending = lowerAscii(std::filesystem::path(target).extension().string());
    if (ending == ".png") {
        return FileKind::Png;
    }
    if (ending == ".pdf") {
        return FileKind::Pdf;
    }
    return failure(
        ErrorCode::Usage,
        std::format("{} is neither a .png nor a .pdf; name the file so that it says what to make.", target));
}

/// The surface that is asked for, logical pixels. A PDF without a size is a page.
struct Surface {
    QSizeF sizePx;
    bool isPage = false;
};

Result<Surface> surfaceOf(const Options& options, FileKind kind) {
    if (!options.size.empty()) {
        return sizeFromText(options.size).transform([](QSizeF size) { return Surface{size, false}; });
    }
    if (options.page.empty() && options.scale.empty() && kind == FileKind::Png) {
        return Surface{QSizeF(1'600, 1'000), false};
    }
    const auto paper = paperFromText(options.page.empty() ? "A3" : options.page);
    if (!paper) {
        return std::unexpected(paper.error());
    }
    return Surface{QSizeF(paper->widthMm, paper->heightMm) * pixelsPerMm, true};
}

/// The part of the world that the map is to show.
Result<Box> windowOf(const Options& options, const Plan& plan, const Scene& scene) {
    if (!options.bbox.empty()) {
        return worldBoxFromText(options.bbox);
    }
    if (!options.within.empty()) {
        return worldBoxOfFeature(plan, options.within);
    }
    const Box extent = extentOf(scene);
    if (extent.empty()) {
        return failure(ErrorCode::Unreadable,
                       std::format("{} has nothing to draw yet; import some features first.", options.plan));
    }
    return extent;
}

Result<View> viewOf(const Options& options, const Surface& surface, const Box& window, QSizeF mapPx) {
    if (!options.scale.empty()) {
        return scaleFromText(options.scale).transform([&](double denominator) {
            return scaledView(window.centre(), denominator, mapPx);
        });
    }
    const View fitted = fittedView(window, mapPx);
    return surface.isPage ? scaledView(window.centre(), roundDenominator(denominatorOf(fitted)), mapPx)
                          : fitted;
}

Result<SceneWish> sceneWishOf(const Options& options) {
    SceneWish wish{.layers = options.layers, .theme = std::nullopt, .colours = ColourSet::Standard};
    if (!options.theme.empty()) {
        const auto theme = themeNamed(allThemes(appSettings()), options.theme);
        if (!theme) {
            return std::unexpected(theme.error());
        }
        wish.theme = *theme;
    }
    const auto colours = colourSetOf(options.colours);
    if (!colours) {
        return failure(ErrorCode::Usage,
                       std::format("\"{}\" names no colours; there are standard, safe (told apart with any "
                                   "colour vision) and grey.",
                                   options.colours));
    }
    wish.colours = *colours;
    return wish;
}

Result<SheetPicture>
pictureOf(const Options& options, const Surface& surface, const Plan& plan, Invocation& invocation) {
    const auto wish = sceneWishOf(options);
    if (!wish) {
        return std::unexpected(wish.error());
    }
    auto scene = readScene(plan, *wish, invocation.progress());
    if (!scene) {
        return std::unexpected(scene.error());
    }
    const auto window = windowOf(options, plan, *scene);
    if (!window) {
        return std::unexpected(window.error());
    }
    constexpr double leastSheetPx = 800;
    constexpr double pageMarginMm = 12;
    SheetPicture picture;
    picture.sizePx = surface.sizePx;
    picture.mapOnly = !surface.isPage &&
                      (surface.sizePx.width() < leastSheetPx || surface.sizePx.height() < leastSheetPx / 2);
    picture.layout = layoutOf(surface.sizePx, surface.isPage ? pageMarginMm * pixelsPerMm : 24);
    const auto view =
        viewOf(options, surface, *window, picture.mapOnly ? surface.sizePx : picture.layout.map.size());
    if (!view) {
        return std::unexpected(view.error());
    }
    picture.canvas =
        Canvas{.view = *view, .deviceRatio = 1, .isVector = false, .theme = Theme::Light, .stop = {}};
    picture.sheet = sheetOfPlan(plan, *scene, *view, invocation.language());
    picture.sheet.scaleDenominator = surface.isPage ? denominatorOf(*view) : 0;
    if (!options.title.empty()) {
        picture.sheet.title = QString::fromStdString(options.title);
    }
    picture.sheet.unit = QString::fromStdString(options.unit);
    picture.scene = std::move(*scene);
    return picture;
}

Result<int> answerWith(const Options& options, const SheetPicture& picture, Invocation& invocation) {
    if (!invocation.json()) {
        return invocation.answer(options.target + "\n").transform([] { return exitDone; });
    }
    const Json document{{"file", options.target},
                        {"layers", picture.scene.layers.size()},
                        {"scale", denominatorOf(picture.canvas.view)},
                        {"width_px", picture.sizePx.width()},
                        {"height_px", picture.sizePx.height()}};
    return invocation.answer(jsonText(document)).transform([] { return exitDone; });
}

Result<int> render(const Options& options, Invocation& invocation) {
    const auto kind = kindOf(options.target);
    if (!kind) {
        return std::unexpected(kind.error());
    }
    const auto surface = surfaceOf(options, *kind);
    if (!surface) {
        return std::unexpected(surface.error());
    }
    const auto plan = Plan::open(options.plan, OpenMode::ReadOnly);
    if (!plan) {
        return std::unexpected(plan.error());
    }
    // Fonts need an application object; "offscreen" draws without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "tuban";
    char* argv[] = {name, nullptr};
    const QGuiApplication application(argc, argv);
    auto picture = pictureOf(options, *surface, *plan, invocation);
    if (!picture) {
        return std::unexpected(picture.error());
    }
    constexpr double pageRatio = 2; // 192 pixels an inch
    const auto written = *kind == FileKind::Pdf
                             ? writePdf(options.target, *picture)
                             : writePng(options.target, *picture, surface->isPage ? pageRatio : 1);
    if (!written) {
        return std::unexpected(written.error());
    }
    return answerWith(options, *picture, invocation);
}

void addOptions(CLI::App& app, Options& options) {
    addPlan(app, options.plan);
    app.add_option("--to", options.target, "File to make: .png or .pdf")->type_name("FILE")->required();
    auto* size = app.add_option("--size", options.size, "Size of the picture in pixels")->type_name("WxH");
    app.add_option("--scale", options.scale, "Scale on the page, such as 1:10000")
        ->type_name("1:N")
        ->excludes(size);
    app.add_option("--page", options.page, "Paper: A4, A3, A4-portrait or A3-portrait")
        ->type_name("PAPER")
        ->excludes(size);
    app.add_option("--title", options.title, "Title; the name of the plan when left out")->type_name("TEXT");
    app.add_option("--unit", options.unit, "Who made it, written under the map")->type_name("TEXT");
    auto* bbox = app.add_option("--bbox", options.bbox, "What to show, in degrees")->type_name("W,S,E,N");
    app.add_option("--within", options.within, "Show this feature and what is around it")
        ->type_name("layer:uid")
        ->excludes(bbox);
    app.add_option("--layers", options.layers, "Only these layers")->type_name("L,...")->delimiter(',');
    app.add_option(
           "--theme",
           options.theme,
           "Theme: land_use, progress, lights, renewal, indicators, base or one of your own; also by its "
           "title")
        ->type_name("NAME");
    app.add_option("--colours", options.colours, "Colours: standard, safe (any colour vision) or grey")
        ->type_name("SET");
}

} // namespace

ExtraCommand renderCommand() {
    return {"render",
            "The plan as a picture or a page, with legend, scale bar and north arrow",
            "tuban render gaoxin.sqlite --to gaoxin.pdf --page A3 --scale 1:10000 --title 高新区用地现状",
            [](CLI::App& app) -> CommandAction {
                auto options = std::make_shared<Options>();
                addOptions(app, *options);
                return [options](Invocation& invocation) { return render(*options, invocation); };
            }};
}

} // namespace tuban
