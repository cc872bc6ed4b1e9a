package org.needlepoint.documents;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a phone held its camera: the orientation of a JPEG's Exif data, which does not survive being drawn anew.
enum Upright {
    AS_IT_IS,
    HALF_TURN,
    QUARTER_RIGHT,
    QUARTER_LEFT;

    private static final int START_OF_APP1 = 0xFFE1;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int ORIENTATION = 0x0112;
    private static final int EXIF_HEADER = 6;
    private static final int ENTRY = 12;

    /// What the file says; as it is when it says nothing that can be read.
    static Upright of(byte[] file) {
        try {
            return switch (orientation(ByteBuffer.wrap(file))) {
                case 3 -> HALF_TURN;
                case 6 -> QUARTER_RIGHT;
                case 8 -> QUARTER_LEFT;
                default -> AS_IT_IS;
            };
        } catch (RuntimeException e) {
            return AS_IT_IS; // the file ends in the middle of it
        }
    }

    private static int orientation(ByteBuffer file) {
        file.getShort(0);
        int at = 2;
        while (at + 4 <= file.capacity()) {
            int marker = file.getShort(at) & 0xFFFF;
            int length = file.getShort(at + 2) & 0xFFFF;
            if (marker == START_OF_APP1 && file.getInt(at + 4) == 0x45786966) {
                return ofTiff(file.slice(at + 4 + EXIF_HEADER, length - 2 - EXIF_HEADER));
            }
            if (marker == START_OF_SCAN || marker < 0xFF00) {
                return 1;
            }
            at += 2 + length;
        }
        return 1;
    }

    private static int ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                return tiff.getShort(entry + 8);
            }
        }
        return 1;
    }

    boolean turnsAQuarter() {
        return this == QUARTER_RIGHT || this == QUARTER_LEFT;
    }

    /// What brings a picture of this size upright.
    AffineTransform turn(int width, int height) {
        var turn = new AffineTransform();
        switch (this) {
            case AS_IT_IS -> {}
            case HALF_TURN -> {
                turn.translate(width, height);
                turn.quadrantRotate(2);
            }
            case QUARTER_RIGHT -> {
                turn.translate(height, 0);
                turn.quadrantRotate(1);
            }
            case QUARTER_LEFT -> {
                turn.translate(0, width);
                turn.quadrantRotate(3);
            }
        }
        return turn;
    }
}
