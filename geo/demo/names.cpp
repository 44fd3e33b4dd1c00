#include "geo/demo/names.h"

#include <format>

namespace tuban {

namespace {

constexpr std::array<std::string_view, 9> namesUp{
    "电厂路", "西四环", "银屏路", "长椿路", "红松路", "瑞达路", "雪松路", "金梭路", "冬青街"};
constexpr std::array<std::string_view, 9> namesAcross{
    "化工路", "农业路", "莲花街", "科学大道", "国槐街", "翠竹街", "连霍高速", "新龙路", "规划三路"};

constexpr std::array<std::string_view, 12> firstWords{
    "科苑", "枫林", "梧桐", "翠竹", "莲湖", "银杏", "瑞景", "云锦", "清溪", "和昌", "石佛", "沟赵"};
constexpr std::array<std::string_view, 6> homes{"花园", "家园", "小区", "苑", "雅居", "新城"};
constexpr std::array<std::string_view, 5> shops{"广场", "商业街", "天地", "购物中心", "生活汇"};
constexpr std::array<std::string_view, 5> offices{"大厦", "中心", "国际", "总部港", "金融广场"};
constexpr std::array<std::string_view, 6> works{
    "电子厂", "精密制造", "智能装备", "新材料", "传感科技", "医药"};
constexpr std::array<std::string_view, 4> laboratories{"研究院", "实验室", "中试基地", "孵化园"};

std::string joined(std::string_view first, std::string_view last) {
    return std::string(first) + std::string(last);
}

} // namespace

std::string streetName(bool up, int index, int cells) {
    const auto& names = up ? namesUp : namesAcross;
    // The named streets lie about the middle of a district of any size.
    const int place = index - (cells - 8) / 2;
    if (place >= 0 && place < static_cast<int>(names.size())) {
        return std::string(names[static_cast<std::size_t>(place)]);
    }
    return std::format("规划{}{}路", up ? "纵" : "横", index + 1);
}

std::string parcelName(std::string_view code, int number, Random& random) {
    const std::string_view first = random.of(firstWords);
    if (code.starts_with("0701")) {
        return joined(first, random.of(homes)) + (number % 4 == 0 ? "二期" : "");
    }
    if (code == "0901" || code == "090105") {
        return joined(first, code == "0901" ? random.of(shops) : "加油加气站");
    }
    if (code == "0902") {
        return joined(first, random.of(offices));
    }
    if (code.starts_with("10")) {
        return joined(first, random.of(works));
    }
    if (code.starts_with("11")) {
        return joined(first, "物流园");
    }
    if (code == "0802") {
        return joined(first, random.of(laboratories));
    }
    if (code == "080403") {
        return std::format("{}第{}小学", first, number % 9 + 1);
    }
    if (code == "080404") {
        return joined(first, "幼儿园");
    }
    return {};
}

} // namespace tuban
