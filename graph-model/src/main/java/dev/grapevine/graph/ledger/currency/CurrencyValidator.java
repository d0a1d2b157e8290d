package dev.grapevine.graph.ledger.currency;

import dev.grapevine.graph.kernel.Format;
import dev.grapevine.graph.kernel.command.Validation;
import dev.grapevine.graph.ledger.PointsLedger;

/** Validator of the fields of {@link SetCurrency}, independent of the stored state. */
final class CurrencyValidator {

    private static final Format CODE =
            Format.of(
                    "^[a-z][a-z0-9_-]{0,31}$",
                    "1 to 32 characters of a-z, 0-9, _ and -, beginning with a letter");

    private CurrencyValidator() {}

    static Validation check(SetCurrency command) {
        var needsDays =
                command.expiry() == Currency.Expiry.ROLLING
                        || command.expiry() == Currency.Expiry.INACTIVITY;
        var needsPeriod = command.expiry() == Currency.Expiry.PERIOD_END;
        var validation =
                new Validation()
                        .matches("code", command.code(), CODE)
                        .name("name", command.name(), 100)
                        .require(
                                needsDays == (command.expiryDays() != null),
                                "expiryDays",
                                presence("expiryDays", needsDays, command))
                        .require(
                                needsPeriod == (command.expiryPeriod() != null),
                                "expiryPeriod",
                                presence("expiryPeriod", needsPeriod, command))
                        .require(
                                command.expiryFrom() == null || command.expiresByCredit(),
                                "expiryFrom",
                                presence("expiryFrom", false, command));
        if (command.expiryDays() != null) {
            validation.between("expiryDays", command.expiryDays(), 1, 36_500);
        }
        if (command.dailyTransferLimit() != null) {
            validation.between(
                    "dailyTransferLimit", command.dailyTransferLimit(), 1, PointsLedger.MAX_AMOUNT);
        }
        return validation;
    }

    private static String presence(String field, boolean isNeeded, SetCurrency command) {
        var rule = isNeeded ? " is required for expiry " : " is not allowed for expiry ";
        return field + rule + command.expiry() + ".";
    }
}
