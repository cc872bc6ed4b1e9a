package org.needlepoint.shared;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/// An amount in the smallest unit of its currency (cents for USD).
public record Money(long cents, Currency currency) {
    /// As people write it, such as "$95.00".
    public String format(Locale locale) {
        var format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        return format.format(BigDecimal.valueOf(cents, currency.getDefaultFractionDigits()));
    }
}
