package org.needlepoint.testing;

/// The devices on which a practitioner works.
public enum Screen {
    PHONE(390, 844, true),
    TABLET(1024, 768, true),
    DESK(1280, 800, false);

    private final int width;
    private final int height;
    private final boolean touch;

    Screen(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    /// CSS pixels.
    public int width() {
        return width;
    }

    /// CSS pixels.
    public int height() {
        return height;
    }

    /// Whether fingers work on it, and no mouse.
    public boolean touch() {
        return touch;
    }
}
