package org.needlepoint.charting.note;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.needlepoint.intake.BodyArea;
import org.needlepoint.shared.Laterality;
import org.springframework.context.MessageSource;

/// The words of a note in its language: texts of the software, and dates and times as the practice's country writes
/// them.
public final class NoteWords {
    private final MessageSource messages;
    private final Locale regional;
    private final ZoneId zone;

    /// @param language of the note
    /// @param country  of the practice
    /// @param zone     in which times are told
    public NoteWords(MessageSource messages, Locale language, String country, ZoneId zone) {
        this.messages = messages;
        this.regional = Locale.of("es".equals(language.getLanguage()) ? "es" : "en", country);
        this.zone = zone;
    }

    /// English or Spanish.
    public Locale locale() {
        return regional;
    }

    public ZoneId zone() {
        return zone;
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, regional);
    }

    /// "10:05 AM", with an ordinary space.
    public String time(Instant at) {
        return plain(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(regional)
                .format(at.atZone(zone)));
    }

    /// "Wednesday, December 2, 2026".
    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(regional)
                .format(day);
    }

    /// As it stands at the beginning: Spanish writes weekdays small within a sentence.
    public String begun(String written) {
        return written.substring(0, 1).toUpperCase(regional) + written.substring(1);
    }

    /// "December 2, 2026".
    public String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(regional)
                .format(day);
    }

    /// The local day of an instant.
    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /// "Wednesday, December 2, 2026, 10:05 AM".
    public String dayAndTime(Instant at) {
        return say("note.dayAndTime", day(dayOf(at)), time(at));
    }

    /// The time alone on the day of the visit, with its date on any other.
    String timeSeenFrom(LocalDate visit, Instant at) {
        return dayOf(at).equals(visit) ? time(at) : say("note.dayAndTime", date(dayOf(at)), time(at));
    }

    /// "Infraspinatus, right"; the name alone where there is no side.
    public String sided(String name, Laterality side) {
        return switch (side) {
            case L -> say("note.side.left", name);
            case R -> say("note.side.right", name);
            case B -> say("note.side.both", name);
            case M -> name;
        };
    }

    /// A name as it stands within a sentence: "calf (right)", but "TMJ".
    public String within(String name) {
        return name.length() > 1 && Character.isLowerCase(name.charAt(1))
                ? name.substring(0, 1).toLowerCase(regional) + name.substring(1)
                : name;
    }

    /// "upper back".
    String area(BodyArea area) {
        return say("note.area." + area.code());
    }

    /// "a, b and c".
    public String list(List<String> items) {
        return switch (items.size()) {
            case 0 -> "";
            case 1 -> items.getFirst();
            default -> say("note.list", String.join(", ", items.subList(0, items.size() - 1)), items.getLast());
        };
    }

    private static String plain(String written) {
        return written.replace('\u202f', ' ').replace('\u00a0', ' ');
    }
}
