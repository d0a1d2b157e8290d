package dev.grapevine.api.kernel.graphql;

import dev.grapevine.graph.kernel.Texts;
import dev.grapevine.graph.kernel.command.Validation;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.AstPrinter;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;

/** Scalars of the schema; their descriptions replace those of the library. */
final class Scalars {

    static final GraphQLScalarType DATE_TIME =
            ExtendedScalars.DateTime.transform(
                    scalar ->
                            scalar.description(
                                    "A moment, RFC 3339 with offset, for example"
                                            + " 2026-01-31T09:30:00Z; results are in UTC."));

    static final GraphQLScalarType DATE =
            ExtendedScalars.Date.transform(
                    scalar ->
                            scalar.description(
                                    "A calendar day, for example 2026-01-31; the description of"
                                            + " the field names the time zone."));

    static final GraphQLScalarType POINTS =
            wholeNumber(
                    "Points",
                    "An amount of points: a whole number from -(2^53 - 1) to 2^53 - 1, as a JSON"
                            + " number.");

    static final GraphQLScalarType LONG =
            wholeNumber(
                    "Long",
                    "A count or sum that may exceed 32 bits: a whole number from -(2^53 - 1) to"
                            + " 2^53 - 1, as a JSON number.");

    static final GraphQLScalarType DECIMAL =
            GraphQLScalarType.newScalar()
                    .name("Decimal")
                    .description("An exact decimal number, as a string: \"12.50\".")
                    .coercing(new DecimalCoercing())
                    .build();

    private Scalars() {}

    private static GraphQLScalarType wholeNumber(String name, String description) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .description(description)
                .coercing(new WholeNumberCoercing(name))
                .build();
    }

    /** Coercion of whole numbers that IEEE 754 doubles represent exactly. */
    private record WholeNumberCoercing(String name) implements Coercing<Long, Long> {

        @Override
        public Long serialize(Object result, GraphQLContext context, Locale locale) {
            return ((Number) result).longValue();
        }

        @Override
        public Long parseValue(Object input, GraphQLContext context, Locale locale) {
            var value = input instanceof Number number ? whole(number) : null;
            if (value == null) {
                throw new CoercingParseValueException(message(input));
            }
            return value;
        }

        @Override
        public Long parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            var number =
                    switch (input) {
                        case IntValue whole -> new BigDecimal(whole.getValue());
                        case FloatValue decimal -> decimal.getValue();
                        default -> null;
                    };
            var value = number == null ? null : exact(number);
            if (value == null) {
                throw new CoercingParseLiteralException(message(AstPrinter.printAst(input)));
            }
            return value;
        }

        private String message(Object input) {
            return "%s must be a whole number from -(2^53 - 1) to 2^53 - 1, and is %s."
                    .formatted(name, Texts.shortened(input.toString(), 40));
        }

        private static @Nullable Long whole(Number number) {
            return number instanceof Double real && !Double.isFinite(real)
                    ? null
                    : exact(new BigDecimal(number.toString()));
        }

        /** Returns the whole number, also of 10.0; null if it has a fraction or is too large. */
        private static @Nullable Long exact(BigDecimal value) {
            // The comparison first: an exact whole number of 1e999999999 has a billion digits.
            return value.abs().compareTo(BigDecimal.valueOf(Validation.MAX_AMOUNT)) <= 0
                            && value.stripTrailingZeros().scale() <= 0
                    ? Long.valueOf(value.longValue())
                    : null;
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return IntValue.newIntValue(new BigInteger(input.toString())).build();
        }
    }

    private static final class DecimalCoercing implements Coercing<BigDecimal, String> {

        private static final int MAX_LENGTH = 40;

        @Override
        public String serialize(Object result, GraphQLContext context, Locale locale) {
            return result instanceof BigDecimal decimal
                    ? decimal.toPlainString()
                    : result.toString();
        }

        @Override
        public BigDecimal parseValue(Object input, GraphQLContext context, Locale locale) {
            var value = input instanceof String text ? decimal(text) : null;
            if (value == null) {
                throw new CoercingParseValueException(
                        "Decimal must be a string such as \"12.50\".");
            }
            return value;
        }

        @Override
        public BigDecimal parseLiteral(
                Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
            var value = input instanceof StringValue text ? decimal(text.getValue()) : null;
            if (value == null) {
                throw new CoercingParseLiteralException(
                        "Decimal must be a string such as \"12.50\".");
            }
            return value;
        }

        /**
         * Parses a decimal; null if malformed or longer than 40 characters. An exponent beyond 40
         * is reduced to 40, which every field rejects as out of bounds: a short text such as {@code
         * 1e999999999} would otherwise have a billion digits when formatted.
         */
        private static @Nullable BigDecimal decimal(@Nullable String text) {
            try {
                var value =
                        text == null || text.length() > MAX_LENGTH ? null : new BigDecimal(text);
                return value == null || Math.abs((long) value.scale()) <= MAX_LENGTH
                        ? value
                        : BigDecimal.valueOf(value.signum())
                                .scaleByPowerOfTen(value.scale() > 0 ? -MAX_LENGTH : MAX_LENGTH);
            } catch (NumberFormatException _) {
                return null;
            }
        }

        @Override
        public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
            return StringValue.of(input.toString());
        }
    }
}
