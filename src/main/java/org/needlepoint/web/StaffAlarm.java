package org.needlepoint.web;

import java.util.List;
import java.util.Locale;
import org.needlepoint.practice.Practice;

/// Something that a module makes known on every screen of the staff, whatever page it shows (rule W5).
public interface StaffAlarm {
    /// A line that stands on top of the page until it is over.
    ///
    /// @param text  without the name of a patient: a screen stands where others see it
    /// @param where address of the page on which something can be done
    record Alarm(String text, String where) {}

    /// What is to be known now; empty when nothing is.
    List<Alarm> now(Practice practice, Locale locale);
}
