package org.needlepoint.aftercare.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.aftercare.AnswerCheckIn.Given;
import org.needlepoint.aftercare.Report.Reply;
import org.needlepoint.anatomy.WatchQuestion;
import org.springframework.util.MultiValueMap;

/// A check-in as it was typed, kept for the page that comes back.
///
/// @param replies by question id; what is missing was not answered
record CheckForm(Map<String, Reply> replies, String now, String worst, String words) {
    private static final int MOST = 2000;

    static final CheckForm EMPTY = new CheckForm(Map.of(), "", "", "");

    CheckForm {
        replies = Map.copyOf(replies);
    }

    static CheckForm of(MultiValueMap<String, String> form, List<WatchQuestion> questions) {
        var replies = new HashMap<String, Reply>();
        questions.forEach(question ->
                Reply.of(form.getFirst(field(question.id()))).ifPresent(reply -> replies.put(question.id(), reply)));
        return new CheckForm(replies, text(form, "now"), text(form, "worst"), text(form, "words"));
    }

    /// The name of a question's field.
    static String field(String question) {
        return "sign-" + question;
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("").strip();
    }

    boolean tooLong() {
        return words.length() > MOST;
    }

    boolean offTheScale(String rating) {
        return !rating.isEmpty() && rating(rating) == null;
    }

    /// Whether it can be handed on; the danger questions are checked by whom it is handed to.
    boolean readable() {
        return !tooLong() && !offTheScale(now) && !offTheScale(worst);
    }

    Given given() {
        return new Given(replies, rating(now), rating(worst), words.isEmpty() ? null : words);
    }

    private static @Nullable Integer rating(String typed) {
        return typed.matches("[0-9]|10") ? Integer.valueOf(typed) : null;
    }
}
