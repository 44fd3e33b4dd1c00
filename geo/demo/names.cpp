#include "geo/demo/names.h"

#include <algorithm>
#include <format>

namespace tuban {

namespace {

// Those in the middle of the district first.
constexpr std::array<std::string_view, 11> namesUp{"电厂路",
                                                   "银屏路",
                                                   "长椿路",
                                                   "红松路",
                                                   "雪松路",
                                                   "金梭路",
                                                   "冬青街",
                                                   "石楠路",
                                                   "桂花街",
                                                   "合欢街",
                                                   "腊梅路"};
constexpr std::array<std::string_view, 11> namesAcross{"莲花街",
                                                       "农业路",
                                                       "化工路",
                                                       "国槐街",
                                                       "翠竹街",
                                                       "新龙路",
                                                       "规划三路",
                                                       "枫杨街",
                                                       "梧桐街",
                                                       "红叶路",
                                                       "药厂街"};
// Invented ones for all the others.
constexpr std::array<std::string_view, 40> streetWords{
    "云杉", "紫荆", "海棠", "玉兰", "丁香", "银杏", "白杨", "香樟", "月季", "青松",
    "秋实", "春晖", "文华", "明德", "创新", "创业", "友谊", "建业", "兴业", "康宁",
    "永和", "长安", "清泉", "金柳", "玉泉", "石榴", "芙蓉", "凤凰", "锦绣", "朝阳",
    "迎宾", "丰收", "惠民", "弘文", "新柳", "松涛", "白鹭", "望河", "平安", "景明"};
constexpr std::array<std::string_view, 10> ordinals{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

constexpr std::array<std::string_view, 40> firstWords{
    "科苑", "枫林", "梧桐", "翠竹", "莲湖", "银杏", "瑞景", "云锦", "清溪", "和昌",
    "石佛", "沟赵", "双桥", "香樟", "玉兰", "海棠", "东方", "盛世", "锦绣", "金域",
    "朗悦", "公园", "天悦", "正弘", "谦祥", "永威", "明湖", "华瑞", "中原", "阳光",
    "祥和", "怡和", "水岸", "新苑", "五龙", "百合", "紫藤", "丹枫", "学府", "高新"};
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

std::vector<std::string> streetNames(bool up, int count, StreetRoles roles) {
    const auto& known = up ? namesUp : namesAcross;
    std::vector<std::string> names(static_cast<std::size_t>(count));
    const auto at = [&](int index) -> std::string& {
        return names[static_cast<std::size_t>(std::clamp(index, 0, count - 1))];
    };
    at(roles.main) = up ? "瑞达路" : "科学大道";
    at(roles.ring) = up ? "西四环" : "连霍高速";
    std::size_t next = 0;
    // From the middle outwards, now on this side, now on that.
    for (int i = 0; i < 2 * count && next < known.size(); ++i) {
        const int index = count / 2 + (i % 2 == 0 ? i / 2 : -(i + 1) / 2);
        if (index >= 0 && index < count && at(index).empty()) {
            at(index) = known[next++];
        }
    }
    std::size_t invented = 0;
    for (auto& name : names) {
        if (name.empty()) {
            const auto place = (invented * 7 + (up ? 3 : 0)) % streetWords.size();
            const auto round = std::min(invented / streetWords.size(), ordinals.size() - 1);
            name = std::format("{}{}{}", streetWords[place], ordinals[round], up ? "路" : "街");
            ++invented;
        }
    }
    return names;
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
