package org.needlepoint.database;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.needlepoint.shared.PracticeId;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The practice that the current work belongs to. Every transaction begins inside a scope, and row-level security
/// shows it that practice's rows only.
///
/// Outside any scope no transaction begins: an empty answer would read as "no contraindications".
public final class PracticeScope {
    private static final ScopedValue<Setting> CURRENT = ScopedValue.newInstance();

    private PracticeScope() {}

    /// What the database is told at begin. `PLATFORM` is no uuid on purpose: a policy of practice data that meets it
    /// raises an error instead of answering nothing.
    record Setting(String value, @Nullable PracticeId practice) {
        static final Setting PLATFORM = new Setting("platform", null);
    }

    /// Work to be done in a scope.
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, X extends Exception> {
        T call() throws X;
    }

    /// Work without a result.
    @FunctionalInterface
    public interface Task<X extends Exception> {
        void run() throws X;
    }

    /// Does the work in one practice. Refuses to change practice inside a running transaction.
    public static <T extends @Nullable Object, X extends Exception> T in(PracticeId practice, Work<T, X> work)
            throws X {
        return with(new Setting(practice.toString(), practice), work);
    }

    /// As [#in], for work without a result.
    public static <X extends Exception> void run(PracticeId practice, Task<X> task) throws X {
        PracticeScope.<@Nullable Object, X>in(practice, () -> {
            task.run();
            return null;
        });
    }

    /// Does the work outside all practices: only the tables of schema `platform`, which hold ids alone, can be used.
    public static <T extends @Nullable Object, X extends Exception> T platform(Work<T, X> work) throws X {
        return with(Setting.PLATFORM, work);
    }

    /// The practice of the current work; empty outside every scope and in platform work.
    public static Optional<PracticeId> current() {
        return CURRENT.isBound() ? Optional.ofNullable(CURRENT.get().practice()) : Optional.empty();
    }

    /// Whether a transaction may begin here.
    public static boolean isOpen() {
        return CURRENT.isBound();
    }

    static Setting setting() {
        if (!CURRENT.isBound()) {
            throw new OutsidePracticeScope();
        }
        return CURRENT.get();
    }

    private static <T extends @Nullable Object, X extends Exception> T with(Setting setting, Work<T, X> work) throws X {
        boolean changes = !CURRENT.isBound() || !CURRENT.get().equals(setting);
        if (changes && TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a transaction belongs to one practice; end it before changing the scope");
        }
        return ScopedValue.where(CURRENT, setting).call(work::call);
    }
}
