package org.needlepoint.intake.web;

import java.util.Locale;
import java.util.UUID;
import org.needlepoint.audit.Actor;
import org.needlepoint.identity.AccountId;
import org.needlepoint.identity.Accounts;
import org.needlepoint.identity.SignedIn;
import org.needlepoint.intake.Asked;
import org.needlepoint.intake.VisitDirectory;
import org.needlepoint.intake.VisitFacts;
import org.needlepoint.patients.Patients;
import org.needlepoint.practice.Practice;
import org.needlepoint.shared.NotFound;
import org.needlepoint.shared.PracticeId;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// What the pages of a visit share: who it is, and that somebody looked.
@Component
class StaffVisits {
    private final VisitDirectory directory;
    private final Patients patients;
    private final Accounts accounts;
    private final Pages pages;

    StaffVisits(VisitDirectory directory, Patients patients, Accounts accounts, Pages pages) {
        this.directory = directory;
        this.patients = patients;
        this.accounts = accounts;
        this.pages = pages;
    }

    VisitFacts open(Practice practice, UUID visit, SignedIn who) {
        var facts = directory.find(practice.id(), visit).orElseThrow(NotFound::new);
        return patients.open(practice.id(), facts.chart(), who.actor())
                .map(_ -> facts)
                .orElseThrow(NotFound::new);
    }

    void describe(ModelAndView page, Practice practice, VisitFacts visit, Locale locale) {
        page.addObject("visit", visit.visit());
        page.addObject(
                "patient",
                patients.find(practice.id(), visit.chart())
                        .orElseThrow(NotFound::new)
                        .name());
        page.addObject("when", Pages.when(visit.start(), practice, locale));
    }

    /// Who answered and how, in words.
    String who(PracticeId practice, Asked asked, Locale locale) {
        var staff = asked.handedBy() == null ? asked.by() : Actor.account(asked.handedBy());
        var id = staff.kind() == Actor.Kind.ACCOUNT ? staff.id() : null;
        return pages.say("intake.asked." + asked.how().code(), locale, id == null ? "" : name(practice, id));
    }

    /// The name of an account.
    String name(PracticeId practice, UUID account) {
        return accounts.find(practice, new AccountId(account))
                .map(Accounts.Account::displayName)
                .orElse(account.toString());
    }
}
