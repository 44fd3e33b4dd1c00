#include "app/models/edit_act.h"

#include "geo/plan/journal.h"

namespace tuban {

ActWork editAct(std::string layer, FeatureEdit edit, std::string title, std::string by) {
    return [layer = std::move(layer), edit = std::move(edit), title = std::move(title), by = std::move(by)](
               Plan& plan) -> Result<ActOutcome> {
        const auto what = "edit " + layer + " " + title + ": " + edit.columns.front();
        auto act = Act::begin(plan, {.kind = "edit", .what = what, .by = by, .layer = layer});
        if (!act) {
            return std::unexpected(act.error());
        }
        auto writer = FeatureWriter::forLayer(plan, *act, layer);
        if (!writer) {
            return std::unexpected(writer.error());
        }
        if (const auto written = writer->update(edit); !written) {
            return std::unexpected(written.error());
        }
        const auto entry = act->commit();
        if (!entry) {
            return std::unexpected(entry.error());
        }
        return ActOutcome{
            .layers = {layer}, .everything = false, .marks = false, .uid = edit.uid, .what = what};
    };
}

} // namespace tuban
