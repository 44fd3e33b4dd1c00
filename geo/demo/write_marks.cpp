#include "geo/base/uid.h"
#include "geo/demo/content.h"
#include "geo/demo/names.h"
#include "geo/demo/site_picture.h"
#include "geo/plan/state_now.h"
#include "geo/works/mark_rows.h"
#include "geo/works/subject.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <map>

namespace tuban {

namespace {

constexpr int weeks = 10;
constexpr int photographed = 8;             // marks with a picture
constexpr std::uint64_t markOrdinal = 1000; // apart from the ordinals of layers in uids

std::string_view noteFor(const std::string& stage, const std::string& state, Random& random) {
    static constexpr std::array<std::string_view, 6> going{
        "主体施工正常", "按节点推进", "作业面已全部打开", "人员机械到位", "夜间施工证已办", "材料进场"};
    static constexpr std::array<std::string_view, 4> slow{
        "管线迁改影响进度", "资金未到位", "图审未完成", "劳务不足"};
    static constexpr std::array<std::string_view, 3> halted{"受环保管控停工", "征迁遗留停工", "降雨停工"};
    static constexpr std::array<std::string_view, 4> before{
        "规划许可已报", "施工图设计中", "正在组织招标", "土地手续办理中"};
    static constexpr std::array<std::string_view, 3> done{"已通过验收", "现场已清理完毕", "今日启用"};
    if (state == "slow" || state == "problem") {
        return random.of(slow);
    }
    if (state == "halted") {
        return random.of(halted);
    }
    if (state == "done") {
        return random.of(done);
    }
    return stage == "building" || stage == "started" || stage == "standing" || stage == "fixing"
               ? random.of(going)
               : random.of(before);
}

class MarkWriter {
public:
    explicit MarkWriter(DemoContent& content) : m_content(content), m_random(content.options.seed + 17) {}

    /// Marks works of every layer, from all over each, a few times.
    Result<void> write() {
        std::map<std::string, std::vector<const DemoWork*>> byLayer;
        for (const auto& work : m_content.works) {
            byLayer[work.feature.layer].push_back(&work);
        }
        for (const auto& [layer, works] : byLayer) {
            const std::size_t most = layer == "key_project" ? 16 : layer == "road_project" ? 13 : 4;
            const auto followed = std::min(works.size(), most);
            for (std::size_t i = 0; i < followed; ++i) {
                if (auto done = writeWork(*works[i * works.size() / followed]); !done) {
                    return done;
                }
            }
        }
        return {};
    }

private:
    Result<void> writeWork(const DemoWork& work) {
        const int count = m_random.whole(1, 3);
        for (int n = 0; n < count; ++n) {
            const double along = static_cast<double>(n + 1) / count; // 1: the newest
            const int days = static_cast<int>(std::lround((1 - along) * weeks * 7)) + m_random.whole(1, 6);
            const auto& stage = along > 0.6 ? work.stages.back() : work.stages.front();
            if (auto done = writeMark(work, stage, along, days); !done) {
                return done;
            }
        }
        const Layer* layer = m_content.plan.catalogue().layer(work.feature.layer);
        return refreshStateNow(m_content.plan.database(), *layer, work.feature.uid);
    }

    Result<void> writeMark(const DemoWork& work, const std::string& stage, double along, int daysAgo) {
        Mark mark;
        mark.uid =
            derivedUid(m_content.options.seed, (markOrdinal << 32U) | static_cast<std::uint64_t>(m_written));
        mark.subject = work.feature;
        mark.stage = stage;
        mark.state = stateFor(work, stage);
        mark.note = noteFor(stage, mark.state, m_random);
        mark.onDate = demoDayPlus(-daysAgo);
        mark.recordedAt =
            std::format("{}T{:02}:{:02}:00Z", mark.onDate, m_random.whole(1, 9), m_written % 60);
        mark.by = m_random.of(observers);
        mark.locate = m_random.chance(0.6) ? "gps" : "map";
        if (stage == "building" || stage == "fixing") {
            mark.percent = std::round(20 + along * m_random.between(15, 60));
        }
        if (mark.locate == "gps") {
            mark.accuracyM = m_random.whole(3, 12);
        }
        const auto shift = [&] { return std::round(m_random.between(-18, 18) * 100) / 100; };
        mark.at = {work.at.x + shift(), work.at.y + shift()};
        const auto subject = readSubject(m_content.plan, work.feature);
        if (!subject) {
            return std::unexpected(subject.error());
        }
        const auto distance = distanceToSubject(m_content.plan, *subject, mark.at);
        if (!distance) {
            return std::unexpected(distance.error());
        }
        mark.distanceM = distance->value_or(0);
        if (work.feature.layer == "key_project" && mark.percent && m_photos < photographed) {
            auto photo = keepPhoto(
                m_content.plan.database(),
                {.name = std::format("现场{}.png", ++m_photos),
                 .mediaType = "image/png",
                 .bytes = drawSite(*mark.percent, m_content.options.seed + m_random.bits() % 1'000)});
            if (!photo) {
                return std::unexpected(photo.error());
            }
            mark.photos.push_back(std::move(*photo));
        }
        ++m_written;
        return insertMark(m_content.plan.database(), mark, mark.uid, m_content.plan.crs().epsg);
    }

    std::string stateFor(const DemoWork& work, const std::string& stage) {
        const Layer* layer = m_content.plan.catalogue().layer(work.feature.layer);
        const Stage* known = layer->stage(stage);
        if (known != nullptr &&
            (known->means == Stage::Means::InService || known->means == Stage::Means::Closed)) {
            return "done";
        }
        const double dice = m_random.unit();
        return dice < 0.76 ? "normal" : dice < 0.9 ? "slow" : dice < 0.95 ? "halted" : "problem";
    }

    DemoContent& m_content;
    Random m_random;
    int m_written = 0;
    int m_photos = 0;
};

} // namespace

Result<void> writeMarks(DemoContent& content) {
    return MarkWriter(content).write();
}

} // namespace tuban
