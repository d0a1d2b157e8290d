package dev.grapevine.graph.activity.kind;

import dev.grapevine.graph.activity.DecimalText;
import dev.grapevine.graph.kernel.Texts;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/** Type of an activity field. */
public enum FieldType {
    TEXT("a text of at most " + KindField.MAX_TEXT + " characters without control characters") {
        @Override
        public @Nullable String canonical(String value) {
            return Texts.length(value) <= KindField.MAX_TEXT
                            && Texts.firstUnstorable(value).isEmpty()
                    ? value
                    : null;
        }
    },
    NUMBER("a number with at most 15 digits before and 4 after the decimal point") {
        @Override
        public @Nullable String canonical(String value) {
            if (value.length() > 40) {
                return null;
            }
            try {
                var number = new BigDecimal(value).stripTrailingZeros();
                return DecimalText.fits(number) ? DecimalText.plain(number) : null;
            } catch (NumberFormatException _) {
                return null;
            }
        }
    },
    BOOLEAN("true or false") {
        @Override
        public @Nullable String canonical(String value) {
            return value.equals("true") || value.equals("false") ? value : null;
        }
    };

    private final String description;

    FieldType(String description) {
        this.description = description;
    }

    /** Returns the description of valid values for error messages. */
    public String description() {
        return description;
    }

    /** Returns the canonical text of a value; null if the value is not of this type. */
    public abstract @Nullable String canonical(String value);
}
