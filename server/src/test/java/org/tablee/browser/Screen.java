package org.tablee.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/** What somebody looks at. */
record Screen(int width, int height, boolean isPhone, String language, boolean isDark) {
  static final Screen DESKTOP = new Screen(1360, 850, false, "fr", false);
  static final Screen PHONE = new Screen(390, 844, true, "fr", false);

  Screen in(String other) {
    return new Screen(width, height, isPhone, other, isDark);
  }

  Screen dark() {
    return new Screen(width, height, isPhone, language, true);
  }

  Screen wide(int pixels) {
    return new Screen(pixels, height, isPhone, language, isDark);
  }

  Words words() {
    return Words.in(language);
  }

  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setIsMobile(isPhone)
        .setHasTouch(isPhone)
        .setDeviceScaleFactor(isPhone ? 2 : 1)
        .setLocale(language.equals("fr") ? "fr-FR" : "en-GB")
        .setColorScheme(isDark ? ColorScheme.DARK : ColorScheme.LIGHT)
        .setReducedMotion(ReducedMotion.REDUCE);
  }
}
