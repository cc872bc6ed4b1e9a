package org.needlepoint.aftercare.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.needlepoint.aftercare.Concern;
import org.needlepoint.aftercare.PlanId;
import org.needlepoint.aftercare.Report;
import org.needlepoint.aftercare.Report.Reply;
import org.needlepoint.aftercare.Reports;
import org.needlepoint.anatomy.Knowledge;
import org.needlepoint.anatomy.WatchQuestion;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.Accounts;
import org.needlepoint.patients.Patient;
import org.needlepoint.patients.PatientId;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Concerns and silent patients as the staff's pages show them.
@Component
class ConcernWords {
    private final Reports reports;
    private final Patients patients;
    private final Accounts accounts;
    private final Knowledge knowledge;
    private final MessageSource messages;

    ConcernWords(Reports reports, Patients patients, Accounts accounts, Knowledge knowledge, MessageSource messages) {
        this.reports = reports;
        this.patients = patients;
        this.accounts = accounts;
        this.knowledge = knowledge;
        this.messages = messages;
    }

    /// A patient to call.
    ///
    /// @param href    `tel:` and the number, null when none is on record
    /// @param contact the number as people write it, else the e-mail address
    record Person(String id, String name, @Nullable String href, String contact) {}

    /// A danger question and what was answered.
    record Sign(String ask, String reply, boolean yes) {}

    /// Something that was done.
    record Done(String act, @Nullable String words, String when, String who) {}

    /// One line of the worklist.
    ///
    /// @param level `today` or `emergency`; `state` `open`, `taken` or `closed`
    record Line(
            String id,
            String visit,
            String level,
            String state,
            String at,
            Person person,
            List<Sign> signs,
            @Nullable String words,
            @Nullable String takenBy,
            List<Done> steps) {}

    Line line(Practice practice, Concern concern, Locale locale) {
        var words = Words.of(practice, locale);
        var report = reports.find(practice.id(), concern.plan(), concern.report());
        return new Line(
                concern.id().toString(),
                concern.visit().toString(),
                concern.level().code(),
                concern.state().code(),
                words.time(concern.raisedAt()),
                person(practice, concern.patient(), locale),
                report.map(it -> signs(it, locale)).orElse(List.of()),
                report.map(Report::words).orElse(null),
                concern.takenBy() == null ? null : name(practice, concern.takenBy(), locale),
                concern.steps().stream()
                        .map(step -> new Done(
                                say("aftercare.concern.act." + step.act().code(), locale),
                                step.words(),
                                words.time(step.at()),
                                name(practice, step.by(), locale)))
                        .toList());
    }

    /// What was not answered with no.
    List<Sign> signs(Report report, Locale locale) {
        return report.answers().entrySet().stream()
                .filter(entry -> entry.getValue() != Reply.NO)
                .sorted(Comparator.comparingInt(entry -> urgency(entry.getKey())))
                .map(entry -> sign(entry.getKey(), entry.getValue(), locale))
                .toList();
    }

    /// The most urgent first.
    private int urgency(String question) {
        return knowledge.watchQuestion(question).map(WatchQuestion::order).orElse(Integer.MAX_VALUE);
    }

    Sign sign(String question, Reply reply, Locale locale) {
        return new Sign(
                knowledge
                        .watchQuestion(question)
                        .map(found -> found.ask().in(locale))
                        .orElse(question),
                say("aftercare.reply." + reply.code(), locale),
                reply == Reply.YES);
    }

    Person person(Practice practice, PatientId id, Locale locale) {
        var words = Words.of(practice, locale);
        var found = patients.find(practice.id(), id).map(Patient::demographics);
        var phone = found.map(it -> it.phone()).filter(Objects::nonNull);
        return new Person(
                id.toString(),
                found.map(it -> it.name()).orElse(""),
                phone.map(number -> "tel:" + number).orElse(null),
                phone.map(words::phone).or(() -> found.map(it -> it.email())).orElse(""));
    }

    private String name(Practice practice, UUID account, Locale locale) {
        return accounts.find(practice.id(), new AccountId(account))
                .map(Accounts.Account::displayName)
                .orElseGet(() -> say("aftercare.concern.somebody", locale));
    }

    /// All that was said after a visit, in words.
    record Said(
            String when,
            String level,
            List<Sign> signs,
            @Nullable String words) {}

    List<Said> said(Practice practice, PlanId plan, Locale locale) {
        var words = Words.of(practice, locale);
        return reports.of(practice.id(), plan).stream()
                .map(report ->
                        new Said(words.time(report.at()), report.level().code(), signs(report, locale), report.words()))
                .toList();
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
