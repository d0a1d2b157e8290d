package dev.grapevine.graph.rule;

import com.google.common.collect.ImmutableMap;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Expressions of the Common Expression Language (<a href="https://cel.dev">cel.dev</a>): they
 * always end, have no effect, and see nothing but {@code kind}, {@code channel} (text; empty for
 * none), {@code quantity} (whole number), {@code value} (number; 0 for none) and {@code fields}
 * (texts by name). Loops and regular expressions are left out.
 */
public final class Expression {

    /** The most characters of an expression. */
    public static final int LONGEST = 500;

    private static final int DEEPEST = 30;
    private static final int MOST_KEPT = 10_000;
    private static final Map<String, CelRuntime.Program> PROGRAMS = new ConcurrentHashMap<>();
    private static final Cel NUMBERS = cel(SimpleType.DYN);

    private Expression() {}

    private static Cel cel(CelType result) {
        return CelFactory.standardCelBuilder()
                .setOptions(
                        CelOptions.current()
                                .maxExpressionCodePointSize(LONGEST)
                                .maxParseRecursionDepth(DEEPEST)
                                .enableComprehension(false)
                                .build())
                .addVar("kind", SimpleType.STRING)
                .addVar("channel", SimpleType.STRING)
                .addVar("quantity", SimpleType.INT)
                .addVar("value", SimpleType.DOUBLE)
                .addVar("fields", MapType.create(SimpleType.STRING, SimpleType.STRING))
                .setResultType(result)
                .build();
    }

    /** Why an expression has no result for an activity. */
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String message) {
            super(message);
        }
    }

    /** What an expression sees of an activity. */
    public static Map<String, Object> variables(
            String kind, String channel, long quantity, double value, Map<String, String> fields) {
        return ImmutableMap.of(
                "kind", kind,
                "channel", channel,
                "quantity", quantity,
                "value", value,
                "fields", fields);
    }

    /** What is wrong with an expression; tried on an activity of quantity 1 and value 1. */
    public static Optional<String> problem(String expression, boolean isCondition) {
        try {
            var sample = variables("sample", "", 1, 1, Map.of());
            var result = program(expression).eval(sample);
            if (isCondition ? result instanceof Boolean : result instanceof Number) {
                return Optional.empty();
            }
            return Optional.of(
                    isCondition
                            ? "The expression is not true or false."
                            : "The expression is not a number.");
        } catch (CelValidationException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } catch (CelEvaluationException e) {
            // A field that the sample lacks is no mistake; an activity may have it.
            return switch (e.getErrorCode()) {
                case ATTRIBUTE_NOT_FOUND, BAD_FORMAT -> Optional.empty();
                default -> Optional.of(String.valueOf(e.getMessage()));
            };
        }
    }

    /** Whether an expression is true. */
    public static boolean isTrue(String expression, Map<String, Object> variables) throws Failed {
        return evaluate(expression, variables) instanceof Boolean answer && answer;
    }

    /** The number that an expression answers, to 15 digits. */
    public static BigDecimal number(String expression, Map<String, Object> variables)
            throws Failed {
        return switch (evaluate(expression, variables)) {
            case Long whole -> BigDecimal.valueOf(whole);
            case Double number when Double.isFinite(number) ->
                    new BigDecimal(number, new MathContext(15));
            default -> throw new Failed("The result is not a finite number.");
        };
    }

    private static Object evaluate(String expression, Map<String, Object> variables) throws Failed {
        try {
            return program(expression).eval(variables);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new Failed(String.valueOf(e.getMessage()));
        }
    }

    private static CelRuntime.Program program(String expression)
            throws CelValidationException, CelEvaluationException {
        var known = PROGRAMS.get(expression);
        if (known != null) {
            return known;
        }
        var program = NUMBERS.createProgram(NUMBERS.compile(expression).getAst());
        if (PROGRAMS.size() < MOST_KEPT) {
            PROGRAMS.put(expression, program);
        }
        return program;
    }
}
