import QtQuick
import QtTest
import Tuban
import Tuban.App

Item {
    TestCase {
        name: "Theme"

        /// Contrast of WCAG 2: (L1 + 0.05) / (L2 + 0.05).
        function luminance(colour: color): real {
            const linear = x => x <= 0.04045 ? x / 12.92 : Math.pow((x + 0.055) / 1.055, 2.4);
            return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
        }
        function contrast(a: color, b: color): real {
            const x = luminance(a), y = luminance(b);
            return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
        }
        function test_text_can_be_read_data() {
            return [{tag: "light", theme: "light"}, {tag: "dark", theme: "dark"}];
        }
        function test_text_can_be_read(data) {
            Preferences.theme = data.theme;
            compare(Theme.dark, data.theme === "dark");
            for (const ground of [Theme.surface, Theme.canvas, Theme.paper, Theme.hover, Theme.chosen])
                for (const ink of [Theme.ink, Theme.secondary, Theme.accent])
                    verify(contrast(ink, ground) >= 4.5, ink + " on " + ground + " " + contrast(ink, ground));
            for (const ink of [Theme.good, Theme.warn, Theme.bad])
                verify(contrast(ink, Theme.surface) >= 4.2, ink + " on surface " + contrast(ink, Theme.surface));
            verify(contrast(Theme.accentInk, Theme.accent) >= 4.5);
        }
        function cleanupTestCase() {
            Preferences.theme = "system";
        }
    }
}
